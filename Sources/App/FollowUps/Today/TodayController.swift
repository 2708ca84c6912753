import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/today`: the work list of the day.
struct TodayController: Sendable {
    let store: TodayStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (today, now) = (pages.today(context), context.now)
        let rules = store.followUps.rules
        let words = FollowUpWords(rulebook: rules.rulebook, words: pages.words(for: context), today: today)
        let times = CallbackTimes(now: now, zone: pages.zone, rulebook: rules.rulebook, calendar: rules.calendar)
        let work = try await store.work(of: context.member, on: today, at: now)
        let page = TodayPage(
            work, callHours: times.note(words.words), member: context.member, now: now, words: words)
        return try await pages.show(page, to: context)
    }
}
