import Foundation
import HTTPTypes
import Hummingbird

/// Finds a report for whoever asks and shows it whole: when it is opened, and again when it could not be filed.
struct ReportShowing: Sendable {
    let reports: ServiceReportStore
    let pages: PageResponder

    func find(_ context: MemberContext) async throws -> ReportContext {
        try await reports.context(of: context.id(), for: context.member, at: context.now).orNotFound()
    }

    /// The report as it stands, also after what was asked of it could not be done.
    /// - Parameter problem: a code of a refusal.
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
