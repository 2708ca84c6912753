import Forms

/// The forms of all steps, bound to what was typed or saved; one place for the page, the check and the filing.
struct StepForms {
    let dossier: ReportDossier

    /// The step as it is opened: what was saved, else what is known already.
    func opened(_ step: ReportStep) -> BoundForm? {
        guard let saved = dossier.draft?[step] else { return blank(step) }
        return form(step)?.showing(saved.answers)
    }

    /// - Parameter places: where the serial numbers that were typed are installed.
    func bind(_ step: ReportStep, _ entered: [String: [String]], places: [String: InstalledPlace]) -> BoundForm? {
        let today = dossier.now.day
        switch step {
        case .arrival: return ArrivalForm(dossier: dossier).bind(entered)
        case .replacements:
            return ReplacementsForm.checking(
                ReplacementsForm.form.bind(entered, today: today), against: places, in: dossier.visit.projectID)
        case .finding, .charges, .site, .outcome: return form(step)?.bind(entered, today: today)
        case .photographs: return nil
        }
    }

    private func form(_ step: ReportStep) -> Form? {
        switch step {
        case .arrival: ArrivalForm(dossier: dossier).blank().form
        case .finding: FindingForm.form
        case .charges: ChargesForm(dossier).form
        case .replacements: ReplacementsForm.form
        case .site: SiteForm.form
        case .outcome: OutcomeForm(dossier: dossier).form
        case .photographs: nil
        }
    }

    private func blank(_ step: ReportStep) -> BoundForm? {
        switch step {
        case .arrival: ArrivalForm(dossier: dossier).blank()
        case .charges: ChargesForm(dossier).blank
        case .outcome: OutcomeForm(dossier: dossier).blank
        case .finding, .replacements, .site: form(step)?.blank
        case .photographs: nil
        }
    }
}
