import Forms
import Foundation

/// Puts a finished report into words, the same for the customer, the office and paper: fields come from the forms of
/// its steps, one that is added with them, and what no form asks is told here.
struct ReportWords {
    let report: ServiceReport
    let words: Words

    /// Every part of a report, by the name that templates have for it.
    var values: PageValues {
        [
            "times": .list(times), "work": .list(entries(.finding)), "outcome": .list(outcome),
            "site": .list(entries(.site)), "warranty": .list(warranty),
            "numbers": .list(entries(.charges, Self.numbers.contains)),
            "charges": ChargeTable.values(report.charges, words), "replacements": .list(replacements),
            "hasReplacements": .flag(!report.replacements.isEmpty),
        ]
    }

    /// When somebody was there, and who; that the customer was there goes without saying.
    private var times: [PageValues] {
        let (arrived, met) = (ArrivalForm.arrived.definition.name, ArrivalForm.met.definition.name)
        return entries(.arrival) { $0 == arrived } + entries(.outcome) { $0 == Self.departed }
            + entries(.arrival) { $0 != arrived && $0 != met }
    }

    /// Of a customer who was not there no form asks how it ended.
    private var outcome: [PageValues] {
        let ended = OutcomeForm.outcome.definition.name
        return [entry("report-outcome.outcome", words("visit-outcome.\(report.outcome.rawValue)"))]
            + entries(.outcome) { $0 != ended && $0 != Self.departed }
    }

    /// How it was decided about the warranty, what the dates say, and why otherwise.
    private var warranty: [PageValues] {
        let verdict = ChargesForm.verdict.definition.name
        let decided = entries(.charges) { $0 == verdict }
        guard !decided.isEmpty else { return [] }
        return decided + [entry("service-reports.warranty-by-dates", report.warranty.reason(words))]
            + entries(.charges) { $0 != verdict && !Self.numbers.contains($0) }
    }

    private static let departed = OutcomeForm.departed.definition.name
    private static let numbers = [ChargesForm.receipt, ChargesForm.invoice].map(\.definition.name)

    private var replacements: [PageValues] {
        report.replacements.map { item in
            [
                "what": .text(words("report-replacements.replacements.what.\(item.what.rawValue)")),
                "name": .text(item.name), "old": .text(item.oldSerial), "new": .text(item.newSerial),
                "returned": .text(words(item.isOldReturned ? "form.yes" : "form.no")),
                "warranty": .text(item.warrantyUntil.map(words.day) ?? words("service-reports.no-warranty")),
            ]
        }
    }

    /// The answers of a step, or those among them that have one of some names.
    private func entries(_ step: ReportStep, _ isWanted: (String) -> Bool = { _ in true }) -> [PageValues] {
        guard let form = report.form(step) else { return [] }
        return StepEntries.filed(report.answers[step] ?? [:], form, words, isWanted)
    }

    private func entry(_ key: String, _ text: String) -> PageValues {
        ["label": .text(words(key)), "value": .text(text), "href": .none]
    }
}
