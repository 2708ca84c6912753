import Forms
import Rulebooks

/// Validation of a whole draft: each step, and the complete report once nothing is missing (SVC-3).
struct ReportCheck: Sendable {
    struct Step: Sendable {
        let step: ReportStep
        /// The saved step, bound again; nil for a step without a form or not yet saved.
        let bound: BoundForm?

        var isSaved: Bool { bound != nil || !step.hasForm }
        var isComplete: Bool { step.hasForm ? bound?.isValid ?? false : true }
    }

    let steps: [Step]
    /// Nil while anything is missing or invalid.
    let finished: ServiceReport?

    init(_ report: ReportContext) {
        let forms = StepForms(report: report)
        steps = report.steps.map { step in
            Step(
                step: step,
                bound: report.draft?[step].flatMap { forms.bind(step, $0.answers, places: report.places) })
        }
        finished = steps.allSatisfy(\.isComplete) ? ServiceReport(report, steps) : nil
    }

    /// The first incomplete step.
    var firstOpen: ReportStep? { steps.first { !$0.isComplete }?.step }
}

extension ServiceReport {
    fileprivate init?(_ report: ReportContext, _ steps: [ReportCheck.Step]) {
        let bound = steps.reduce(into: [ReportStep: BoundForm]()) { $0[$1.step] = $1.bound }
        guard let arrived = bound[.arrival]?[ArrivalForm.arrived], let ending = bound[.outcome],
            let departed = ending[OutcomeForm.departed], let outcome = OutcomeForm(report: report).outcome(ending)
        else { return nil }
        let charging = bound[.charges]
        self.init(
            answers: bound.mapValues(\.canonical), arrived: arrived, departed: departed, outcome: outcome,
            warranty: report.warranty,
            warrantyVerdict: charging?[ChargesForm.verdict].flatMap(WarrantyVerdict.init) ?? report.warranty.verdict
                ?? .outside,
            charges: charging.map(ChargesForm(report).charges) ?? [],
            replacements: bound[.replacements].map {
                ReplacementsForm.replacements(
                    $0, on: arrived.day, report.terms.replacedPart, remaining: report.warrantyEnd)
            } ?? [])
    }
}
