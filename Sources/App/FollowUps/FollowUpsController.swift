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
        let query = query(request, context)
        let list = try await followUps.list(query, today: pages.today(context))
        let agents = try await showing.members.all().filter { $0.has(.agent) }
        return try await pages.show(
            FollowUpsPage(list, query, agents: agents, words: showing.words(context)), to: context)
    }

    /// The list that is shown, as a file: the same columns, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let list = try await followUps.list(query(request, context).asFile, today: pages.today(context))
        return try await CSVFile(list.rows, words: showing.words(context))
            .response(of: "follow-ups", notedBy: audit, context.stamp)
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        FollowUpFilter.query(request.query, context.member, today: pages.today(context))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }
}
