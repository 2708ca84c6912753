import Forms
import Foundation
import Hummingbird

/// `/feedback-records`: what came in from customers, month by month, and the same as a file.
struct FeedbackListController: Sendable {
    let feedback: FeedbackStore
    let audit: AuditStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FeedbackFilter(query: request.query, today: pages.today(context))
        let list = try await feedback.list(filter, for: context.member)
        let page = FeedbackListPage(
            list, filter, member: context.member, now: context.now, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file: the same rows, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FeedbackFilter(query: request.query, today: pages.today(context))
        let list = try await feedback.list(filter, for: context.member, limit: CSVFile.limit)
        try await audit.noteExport(of: "feedback", rows: list.rows.count, context.stamp)
        return CSVFile(list, of: filter.month, now: context.now, words: pages.words(for: context)).response
    }
}
