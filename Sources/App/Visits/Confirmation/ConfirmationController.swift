import Forms
import Foundation
import Hummingbird

/// `/visits/{id}/confirmation`: the customer reads, rates and signs the report on the technician's phone.
struct ConfirmationController: Sendable {
    let reports: ServiceReportStore
    let companyName: String
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let (report, finished) = try await readable(context) else {
            return .seeOther(Paths.report(try context.id()))
        }
        let kept = try await reports.keptConfirmation(of: report.visit.id)
        let bound = kept.map { ConfirmationForm.kept($0, reportVersion: report.version) } ?? ConfirmationForm.blank
        return try await show(report, finished, .opened(bound), context)
    }

    @Sendable func confirm(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        guard let (report, finished) = try await readable(context) else { return try await keep(entered, context) }
        if entered.asksFor("photograph-paper") { return try await photographPaper(report, entered, context) }
        let form = try PostedForm(entered, bind(entered, report, context))
        do {
            return try await pages.take(form) {
                CustomerConfirmation($0, version: try form.baseVersion(), at: context.now)
            } again: { form in
                try await show(report, finished, form, context)
            } store: { said, form in
                let path = try await reports.confirm(
                    report.visit.id, said, by: context.member, form.submission, context.stamp)
                return .seeOther(path, notice: "notice.report-confirmed")
            }
        } catch Refusal.conflict {
            return try await keep(entered, context)
        }
    }

    private func bind(_ entered: SubmittedForm, _ report: ReportContext, _ context: MemberContext) -> BoundForm {
        ConfirmationForm.bind(
            entered.fields, hasSignedPaper: report.photographs.hasSignedPaper, today: pages.today(context))
    }

    /// The way to the photograph of what was signed on paper; what was typed waits until they are back (UX-10).
    private func photographPaper(
        _ report: ReportContext, _ entered: SubmittedForm, _ context: MemberContext
    ) async throws -> Response {
        guard let draft = ConfirmationForm.draft(entered) else { throw Refusal.malformed }
        do {
            try await reports.keepConfirmation(draft, of: report.visit.id, by: context.member)
        } catch Refusal.conflict {
            return try await keep(entered, context)
        }
        return .seeOther(
            Paths.with(
                Paths.photographs(visit: report.visit.id),
                [("moment", Photograph.Moment.signedPaper.rawValue)]))
    }

    /// The customer's input for a report that cannot be signed any more, to read and to copy (UX-2).
    private func keep(_ entered: SubmittedForm, _ context: MemberContext) async throws -> Response {
        let report = try await find(context)
        let reason =
            report.isFiled ? "report-filed" : report.closed ?? "report-incomplete"
        let words = pages.words(for: context)
        let page = UnsavedStepPage(
            report, words("service-reports.confirmation"), bind(entered, report, context), because: reason, words: words
        )
        return try await pages.show(page, to: context, status: .conflict)
    }

    private func show(
        _ report: ReportContext, _ finished: ServiceReport, _ form: PostedForm, _ context: MemberContext
    ) async throws -> Response {
        let page = ConfirmationPage(report, finished, form, company: companyName, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    /// A complete report to show to the customer; nil when it is incomplete or filed, or nobody was in.
    private func readable(_ context: MemberContext) async throws -> (ReportContext, ServiceReport)? {
        let report = try await find(context)
        guard !report.isFiled, report.closed == nil,
            let finished = ReportCheck(report).finished, finished.outcome != .absent
        else { return nil }
        return (report, finished)
    }

    private func find(_ context: MemberContext) async throws -> ReportContext {
        let found = try await reports.context(of: context.id(), for: context.member, at: context.now)
        guard let report = found else { throw Refusal.notFound }
        guard Permissions.may(context.member, .reportVisit(report.visit)) else {
            throw Refusal.forbidden("other-technician")
        }
        return report
    }
}

extension CustomerConfirmation {
    /// Nil while the form is invalid.
    init?(_ bound: BoundForm, version: Int, at now: Date) {
        guard let manner = bound[ConfirmationForm.manner].flatMap(Manner.init) else { return nil }
        self.init(
            manner: manner, name: bound[ConfirmationForm.name] ?? "", relation: bound[ConfirmationForm.relation] ?? "",
            signature: bound[ConfirmationForm.signature], reason: bound[ConfirmationForm.reason] ?? "",
            rating: bound[ConfirmationForm.rating].flatMap { Int($0) }, remark: bound[ConfirmationForm.remark] ?? "",
            reportVersion: version, confirmedAt: now)
    }
}
