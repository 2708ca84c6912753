import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/follow-ups/rate`: the follow-up rate of a week.
struct RateController: Sendable {
    let followUps: FollowUpStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let week = request.query["week"].flatMap(Week.init) ?? Week(of: today)
        let rows = Permissions.rates(for: context.member)
        let page = RatePage(
            try await followUps.rates(in: week.days, of: rows), rows, week: week, target: followUps.rulebook.target,
            today: today, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
