import Forms
import Foundation
import Hummingbird

/// `/feedback-records`: the list of feedback by month, and its export.
struct FeedbackListController: Sendable {
    let feedback: FeedbackStore
    let audit: AuditStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (query, month) = query(request, context)
        let list = try await feedback.list(query, of: month, for: context.member)
        let page = FeedbackListPage(
            list, query, of: month, member: context.member, now: context.now, today: pages.today(context),
            words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// Exports the filtered list, with the same rows and without content (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let words = pages.words(for: context)
        let (query, month) = query(request, context)
        let list = try await feedback.list(query.asFile, of: month, for: context.member)
        let columns = Feedback.columns(now: context.now, words)
        return try await CSVFile("feedback-\(month)", columns, list.feedback, words).response {
            try await audit.noteExport(of: "feedback", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> (ListQuery, Month) {
        let today = pages.today(context)
        let query = ListQuery(Paths.feedbackRecords, FeedbackFilter.form, request.query, today: today)
        return (query, FeedbackFilter.month(of: query, today: today))
    }
}
