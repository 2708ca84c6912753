import Forms

/// The forms that a finished report is drawn from: all fields that a step may have asked for. A field that is not asked
/// for any more stays here as long as reports that answered it are shown.
extension ServiceReport {
    /// Nil for what is not drawn field by field: photographs, and replacements, which have a table of their own.
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
