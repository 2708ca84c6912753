import Forms

/// The customer's turn: what was done and what it costs, large and calm, then a rating and a signature (SVC-6).
struct ConfirmationPage: Page {
    static let template = "visits/confirmation/show"
    let values: PageValues

    /// - Parameter wasChanged: whether the report was changed since the page was opened, and must be read again.
    init(
        _ dossier: ReportDossier, _ report: ServiceReport, _ bound: BoundForm, wasChanged: Bool = false,
        submission: SubmissionID = .random(), company: String, words: Words
    ) {
        let shown = ReportWords(report: report, words: words)
        values = [
            "greeting": .text(
                dossier.briefing.order.customer.formOfAddress.words(for: dossier.briefing.order.customer.name, words)),
            "company": .text(company), "technician": .text(dossier.briefing.goer),
            "backHref": .text(Paths.report(dossier.visit.id)), "wasChanged": .flag(wasChanged),
            "outcome": .list(shown.outcome), "work": .list(shown.work), "site": .list(shown.site),
            "warranty": .list(shown.warranty), "charges": shown.charges, "replacements": .list(shown.replacements),
            "hasReplacements": .flag(!report.replacements.isEmpty),
            "total": .text(words("service-reports.total", ["total": words.money(report.total)])),
            "isFree": .flag(report.total == .zero),
            "action": .text(Paths.reportConfirmation(dossier.visit.id)), "submission": .text(submission.text),
            "version": .number(dossier.version),
            "fields": .list(
                bound.form.fields.map(FieldValues(bound: bound, words: words, marksOptional: false).make)),
        ].merging(FormValues.errors(bound, words)) { own, _ in own }
    }
}
