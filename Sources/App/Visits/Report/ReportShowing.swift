import Foundation
import HTTPTypes
import Hummingbird

/// Finds a report within the member's scope and shows it as a whole, also after filing was rejected.
struct ReportShowing: Sendable {
    let reports: ServiceReportStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> ReportContext {
        try await reports.context(of: context.id(), for: context.member, at: context.now).orNotFound()
    }

    /// Shows the report.
    /// - Parameter problem: a refusal's code.
    func show(
        _ report: ReportContext, because problem: String? = nil, _ context: MemberContext
    ) async throws -> Response {
        let page = ReportPage(
            report, ReportCheck(report),
            mayWrite: Permissions.may(context.member, .reportVisit(report.visit)),
            closed: problem ?? report.closed, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: problem == nil ? .ok : .conflict)
    }
}
