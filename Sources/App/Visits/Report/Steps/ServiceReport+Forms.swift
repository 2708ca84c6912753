import Forms

/// The forms that complete reports are shown with, with all fields that a step may ever have asked. A field that is no
/// longer asked stays here as long as reports that answered it are shown.
extension ServiceReport {
    /// Nil for steps that are not shown field by field: photographs, and replacements, which have their own table.
    func form(_ step: ReportStep) -> Form? {
        switch step {
        case .arrival: Form("report-arrival", ArrivalForm.fields(asksWhyLate: true))
        case .finding: FindingForm.form
        case .charges: Form("report-charges", ChargesForm.fields(dates: warranty.verdict))
        case .site: SiteForm.form
        case .outcome: Form("report-outcome", OutcomeForm.fields(isAbsent: outcome == .absent))
        case .replacements, .photographs: nil
        }
    }
}
