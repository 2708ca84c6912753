import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups`: the list, the file, one follow-up.
struct FollowUpsController: Sendable {
    let showing: FollowUpShowing
    let audit: AuditStore

    private var followUps: FollowUpStore { showing.followUps }
    private var pages: PageResponder { showing.pages }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FollowUpFilter(query: request.query, member: context.member)
        let list = try await followUps.list(filter, today: pages.today(context))
        let agents = try await showing.members.all().filter { $0.has(.agent) }
        let page = FollowUpsPage(
            list, filter, agents: agents, member: context.member, words: showing.words(context))
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file: the same columns, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = FollowUpFilter(query: request.query, member: context.member)
        let list = try await followUps.list(filter, today: pages.today(context), limit: CSVFile.limit)
        try await audit.noteExport(of: "follow-ups", rows: list.followUps.count, context.stamp)
        return CSVFile(list.followUps, words: showing.words(context)).response
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }
}
