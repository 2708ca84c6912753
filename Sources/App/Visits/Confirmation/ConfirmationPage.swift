import Forms
import Markup

/// The customer's page in large print: work and price, then rating and signature (SVC-6).
struct ConfirmationPage: Page {
    static let template = "visits/confirmation/show"
    let values: PageValues

    /// - Parameter form: too late when the report was changed since the page was opened, and must be read again.
    init(_ report: ReportContext, _ finished: ServiceReport, _ form: PostedForm, company: String, words: Words) {
        let bound = form.bound
        let own: PageValues =
            ([
                "greeting": .text(
                    report.briefing.order.customer.formOfAddress.words(for: report.briefing.order.customer.name, words)),
                "company": .text(company), "technician": .text(report.briefing.goer),
                "backHref": .text(Paths.report(report.visit.id)), "wasChanged": .flag(form.isStale),
                "total": .text(words("service-reports.total", ["total": words.money(finished.total)])),
                "isFree": .flag(finished.total == .zero),
                "action": .text(Paths.reportConfirmation(report.visit.id)), "submission": .text(form.submission.text),
                "version": .number(form.version ?? report.version),
                "fields": .list(
                    bound.form.fields.map(FieldValues(bound: bound, words: words, marksOptional: false).make)),
            ] as PageValues).merging(FormValues.errors(bound, words)) { own, _ in own }
        values = ReportWords(report: finished, words: words).values.merging(own) { $1 }
    }
}
