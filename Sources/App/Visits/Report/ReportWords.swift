import Forms
import Foundation

/// Puts a finished report into words, the same for the customer, the office and paper.
struct ReportWords {
    let report: ServiceReport
    let words: Words

    /// When somebody was there, and who.
    var times: [PageValues] {
        entries([
            ("report-arrival.arrived", moment(report.arrived)), ("report-outcome.departed", moment(report.departed)),
            ("report-arrival.late-because", report.lateBecause), ("report-arrival.badge", report.badgeNumber),
        ])
    }

    /// What was found and done.
    var work: [PageValues] {
        entries([
            ("report-finding.finding", report.work?.finding ?? ""), ("report-finding.done", report.work?.done ?? ""),
        ])
    }

    var outcome: [PageValues] {
        entries([
            ("report-outcome.outcome", words("visit-outcome.\(report.outcome.rawValue)")),
            ("report-outcome.because", report.outcomeBecause),
            ("report-outcome.explained", report.outcome == .notFixed ? yesNo(report.isExplained) : ""),
            ("report-outcome.next-visit", report.nextVisitWish),
            ("report-outcome.declined-wishes", report.declinedWishes),
        ])
    }

    var site: [PageValues] {
        guard let work = report.work else { return [] }
        return entries([
            ("report-site.put-back", yesNo(work.isPutBack)), ("report-site.cleaned", yesNo(work.isCleaned)),
            ("report-site.damage", work.damage),
            ("report-site.compensation", work.compensation > .zero ? words.money(work.compensation) : ""),
        ])
    }

    var warranty: [PageValues] {
        guard report.work != nil else { return [] }
        let verdict = words("report-charges.warranty.\(report.warrantyVerdict.rawValue)")
        let isByDates = report.warrantyVerdict == report.warranty.verdict
        return entries([
            ("report-charges.warranty", verdict), ("service-reports.warranty-by-dates", report.warranty.reason(words)),
            ("report-charges.because", isByDates ? "" : report.warrantyBecause),
        ])
    }

    /// The table of parts and fees, with its sum; nothing where nothing was charged or used.
    var charges: PageValue { ChargeTable.values(report.charges, words) }

    var numbers: [PageValues] {
        entries([
            ("report-charges.receipt", report.receiptNumber), ("report-charges.invoice", report.invoiceNumber),
        ])
    }

    var replacements: [PageValues] {
        report.replacements.map { item in
            [
                "what": .text(words("report-replacements.replacements.what.\(item.what.rawValue)")),
                "name": .text(item.name), "old": .text(item.oldSerial), "new": .text(item.newSerial),
                "returned": .text(yesNo(item.isOldReturned)),
                "warranty": .text(item.warrantyUntil.map(words.day) ?? words("service-reports.no-warranty")),
            ]
        }
    }

    private func yesNo(_ flag: Bool) -> String { words(flag ? "form.yes" : "form.no") }

    private func moment(_ moment: LocalDateTime) -> String { "\(words.day(moment.day)) \(moment.time)" }

    /// What is empty is left out: a report is long enough.
    private func entries(_ rows: [(key: String, text: String)]) -> [PageValues] {
        rows.filter { !$0.text.isEmpty }.map { key, text in
            ["label": .text(words(key)), "value": .text(text), "href": .none]
        }
    }
}

/// Parts and fees as rows with their sum.
enum ChargeTable {
    static func values(_ charges: [Charge], _ words: Words) -> PageValue {
        guard !charges.isEmpty else { return .none }
        let total = charges.reduce(Money.zero) { $0 + $1.due }
        return .page([
            "rows": .list(charges.map { row($0, words) }), "total": .text(words.money(total)),
        ])
    }

    private static func row(_ charge: Charge, _ words: Words) -> PageValues {
        [
            "name": .text(charge.name), "kind": .text(words("service-reports.charge.\(charge.kind.rawValue)")),
            "quantity": .text(charge.unit.isEmpty ? String(charge.quantity) : "\(charge.quantity) \(charge.unit)"),
            "price": .text(words.money(charge.unitPrice)),
            "amount": .text(charge.isFree ? words("service-reports.free") : words.money(charge.amount)),
        ]
    }
}

/// What the customer said and signed, in words and as it was drawn.
enum ConfirmationWords {
    static func values(_ confirmation: CustomerConfirmation?, _ words: Words) -> PageValue {
        guard let confirmation else { return .none }
        let relation = words.optional("service-confirmation.relation.\(confirmation.relation)") ?? ""
        return .page([
            "manner": .text(words("service-confirmation.manner.\(confirmation.manner.rawValue)")),
            "name": .text([confirmation.name, relation].filter { !$0.isEmpty }.joined(separator: " · ")),
            "path": .optional(confirmation.signature?.path),
            "signatureLabel": .text(words("service-reports.signature-of", ["name": confirmation.name])),
            "reason": .text(confirmation.reason),
            "rating": .text(rating(confirmation.rating, words)), "remark": .text(confirmation.remark),
            "time": .text(words.dateTime(confirmation.confirmedAt)),
        ])
    }

    /// Not rated is not 0 (FUP-3).
    static func rating(_ rating: Int?, _ words: Words) -> String {
        rating.map { "\($0) · " + words("service-confirmation.rating.\($0)") } ?? words("form.not-rated")
    }
}
