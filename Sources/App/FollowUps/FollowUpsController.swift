import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups`: the list, its export, one follow-up.
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

    /// Exports the filtered list, with the same columns and without sealed content (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let list = try await followUps.list(query(request, context).asFile, today: pages.today(context))
        return try await CSVFile(list, words: showing.words(context)).response {
            try await audit.noteExport(of: "follow-ups", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        FollowUpFilter.query(request.query, context.member, today: pages.today(context))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }
}
