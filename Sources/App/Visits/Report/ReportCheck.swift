import Forms
import Rulebooks

/// A draft read as a whole: each step as it holds now, and the report once nothing is missing (SVC-3).
struct ReportCheck: Sendable {
    struct Step: Sendable {
        let step: ReportStep
        /// What was saved, bound again; nil for a step without a form and for one that was not saved yet.
        let bound: BoundForm?

        var isSaved: Bool { bound != nil || !step.hasForm }
        var isComplete: Bool { step.hasForm ? bound?.isValid ?? false : true }
    }

    let steps: [Step]
    /// Nil while something is missing or wrong.
    let report: ServiceReport?

    init(_ dossier: ReportDossier) {
        let forms = StepForms(dossier: dossier)
        steps = dossier.steps.map { step in
            Step(
                step: step,
                bound: dossier.draft?[step].flatMap { forms.bind(step, $0.answers, places: dossier.places) })
        }
        report = steps.allSatisfy(\.isComplete) ? ServiceReport(dossier, steps) : nil
    }

    /// The first step that something is missing in.
    var firstOpen: ReportStep? { steps.first { !$0.isComplete }?.step }
}

extension ServiceReport {
    fileprivate init?(_ dossier: ReportDossier, _ steps: [ReportCheck.Step]) {
        let bound = { (step: ReportStep) in steps.first { $0.step == step }?.bound }
        guard let arrival = bound(.arrival), let ending = bound(.outcome), let arrived = arrival[ArrivalForm.arrived],
            let departed = ending[OutcomeForm.departed],
            let outcome = OutcomeForm(dossier: dossier).outcome(ending)
        else { return nil }
        let questions = OutcomeForm(dossier: dossier)
        let prices = ChargesForm(dossier)
        let charging = bound(.charges)
        self.init(
            arrived: arrived, departed: departed, lateBecause: arrival[ArrivalForm.lateBecause] ?? "",
            badgeNumber: arrival[ArrivalForm.badge] ?? "", outcome: outcome,
            outcomeBecause: ending[questions.because] ?? "", isExplained: ending[OutcomeForm.isExplained] ?? false,
            nextVisitWish: ending[questions.nextVisit] ?? "",
            declinedWishes: ending[OutcomeForm.declinedWishes] ?? "",
            work: Work(bound(.finding), bound(.site)), warranty: dossier.warranty,
            warrantyVerdict: charging?[ChargesForm.verdict].flatMap(WarrantyVerdict.init) ?? dossier.warranty.verdict
                ?? .outside,
            warrantyBecause: charging?[prices.because] ?? "",
            charges: charging.map(prices.charges) ?? [],
            receiptNumber: charging?[ChargesForm.receipt] ?? "", invoiceNumber: charging?[ChargesForm.invoice] ?? "",
            replacements: bound(.replacements).map {
                ReplacementsForm.replacements(
                    $0, on: arrived.day, dossier.terms.replacedPart, remaining: dossier.warrantyEnd)
            } ?? [])
    }
}

extension ServiceReport.Work {
    fileprivate init?(_ finding: BoundForm?, _ site: BoundForm?) {
        guard let finding, let site else { return nil }
        self.init(
            finding: finding[FindingForm.finding] ?? "", done: finding[FindingForm.done] ?? "",
            damage: site[SiteForm.damage] ?? "", compensation: site[SiteForm.compensation] ?? .zero,
            isPutBack: site[SiteForm.isPutBack] == "yes", isCleaned: site[SiteForm.isCleaned] == "yes")
    }
}
