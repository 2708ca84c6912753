import Forms

/// The forms of all steps, bound to typed or saved answers; shared by page, check and filing.
struct StepForms {
    let report: ReportContext

    /// The step's form as opened: saved answers, else presets.
    func opened(_ step: ReportStep) -> BoundForm? {
        guard let saved = report.draft?[step] else { return blank(step) }
        return form(step)?.showing(saved.answers)
    }

    /// - Parameter places: where the typed serial numbers are installed.
    func bind(_ step: ReportStep, _ entered: [String: [String]], places: [String: InstalledPlace]) -> BoundForm? {
        let today = report.now.day
        switch step {
        case .arrival: return ArrivalForm(report: report).bind(entered)
        case .replacements:
            return ReplacementsForm.checking(
                ReplacementsForm.form.bind(entered, today: today), against: places, in: report.visit.projectID)
        case .finding, .charges, .site, .outcome: return form(step)?.bind(entered, today: today)
        case .photographs: return nil
        }
    }

    private func form(_ step: ReportStep) -> Form? {
        switch step {
        case .arrival: ArrivalForm(report: report).blank().form
        case .finding: FindingForm.form
        case .charges: ChargesForm(report).form
        case .replacements: ReplacementsForm.form
        case .site: SiteForm.form
        case .outcome: OutcomeForm(report: report).form
        case .photographs: nil
        }
    }

    private func blank(_ step: ReportStep) -> BoundForm? {
        switch step {
        case .arrival: ArrivalForm(report: report).blank()
        case .charges: ChargesForm(report).blank
        case .outcome: OutcomeForm(report: report).blank
        case .finding, .replacements, .site: form(step)?.blank
        case .photographs: nil
        }
    }
}
