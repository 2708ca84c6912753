import Forms
import Foundation

/// The calm list of an agent's day; for an administrator what was handed up and what waits for a decision.
struct TodayPage: Page {
    static let template = "today/index"
    let values: PageValues

    init(
        mine: TodayList?, unreachable: [FollowUp], pending: [AccessRequest], member: Member, now: Date,
        words follow: FollowUpWords
    ) {
        let words = follow.words
        values = [
            "heading": .text(words("today.heading", ["day": words.day(follow.today)])),
            "weekday": .text(words.weekday(follow.today)),
            "calls": mine.map { .page(Self.calls($0, now: now, follow)) } ?? .none,
            "isAdministrator": .flag(member.has(.administrator)),
            "pending": .list(pending.map { AccessRequestRow.values($0, words: words, today: follow.today) }),
            "hasPending": .flag(!pending.isEmpty),
            "unreachable": .list(unreachable.map { FollowUpRow.values($0, follow) }),
            "hasUnreachable": .flag(!unreachable.isEmpty),
            "isIdle": .flag(mine == nil && !member.has(.administrator)),
            "idleText": .text(words("today.idle")),
            "searchHref": .text(Paths.customers),
            "canSearch": .flag(Permissions.may(member, .seeCustomers)),
        ]
    }

    private static func calls(_ list: TodayList, now: Date, _ follow: FollowUpWords) -> PageValues {
        let words = follow.words
        let shown = list.callbacks + list.calls
        let waiting = list.overdueCount + list.dueCount + list.callbacks.count
        return [
            "rows": .list(shown.map { FollowUpRow.values($0, follow, now: now) }),
            "isEmpty": .flag(shown.isEmpty),
            "emptyTitle": .text(words("today.empty-title")),
            "emptyText": .text(
                list.nextOpening.map { words("today.next-opening", ["day": words.day($0)]) }
                    ?? words("today.nothing-planned")),
            "figures": .list(
                [
                    ("callback", "today.callbacks", list.callbacks.count),
                    ("overdue", "today.overdue", list.overdueCount),
                    ("due", "today.due", list.dueCount),
                ].map { state, key, count in
                    [
                        "state": .text(state), "label": .text(words(key)), "count": .number(count),
                        "href": .text(Paths.with(Paths.followUps, [("state", state), ("agent", "me")])),
                    ]
                }),
            "week": .text(words("today.done-this-week", ["count": String(list.doneThisWeek)])),
            "later": list.laterCallbacks > 0
                ? .text(words("today.later-callbacks", ["count": String(list.laterCallbacks)])) : .none,
            "laterHref": .text(Paths.with(Paths.followUps, [("state", "callback"), ("agent", "me")])),
            "more": waiting > shown.count
                ? .text(words("today.more", ["count": String(waiting - shown.count)])) : .none,
            "moreHref": .text(Paths.with(Paths.followUps, [("agent", "me")])),
        ]
    }
}
