import Forms
import Foundation
import Markup

/// Formats a complete report, the same for the customer, the office and paper. Fields come from the steps' forms, so a
/// new one appears by itself; what no form asks is added here.
struct ReportWords {
    let report: ServiceReport
    let words: Words

    /// All parts of a report, by their names in templates.
    var values: PageValues {
        [
            "times": .list(times), "work": .list(entries(.finding)), "outcome": .list(outcome),
            "site": .list(entries(.site)), "warranty": .list(warranty),
            "numbers": .list(entries(.charges, Self.numbers.contains)),
            "charges": ChargeTable.values(report.charges, words), "replacements": .list(replacements),
            "hasReplacements": .flag(!report.replacements.isEmpty),
        ]
    }

    /// Arrival, departure, and who was there; that the customer was in goes without saying.
    private var times: [PageValues] {
        let (arrived, met) = (ArrivalForm.arrived.definition.name, ArrivalForm.met.definition.name)
        return entries(.arrival) { $0 == arrived } + entries(.outcome) { $0 == Self.departed }
            + entries(.arrival) { $0 != arrived && $0 != met }
    }

    /// When nobody was in, no form asks for the outcome.
    private var outcome: [PageValues] {
        let ended = OutcomeForm.outcome.definition.name
        return [entry("report-outcome.outcome", words("visit-outcome.\(report.outcome.rawValue)"))]
            + entries(.outcome) { $0 != ended && $0 != Self.departed }
    }

    /// The decision about the warranty, the verdict by dates, and the reason when they differ.
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

    /// The answers of a step, all of them or those with certain names.
    private func entries(_ step: ReportStep, _ isWanted: (String) -> Bool = { _ in true }) -> [PageValues] {
        guard let form = report.form(step) else { return [] }
        return StepEntries.filed(report.answers[step] ?? [:], form, words, isWanted)
    }

    private func entry(_ key: String, _ text: String) -> PageValues {
        ["label": .text(words(key)), "value": .text(text), "href": .none]
    }
}
