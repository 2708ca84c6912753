import Forms
import Foundation

/// What customers said in a month, and on which way: that it is there, not what it says (FBK-5, ACC-2).
struct FeedbackListPage: Page {
    static let template = "feedback/records/index"
    let values: PageValues

    init(_ list: FeedbackList, _ filter: FeedbackFilter, member: Member, now: Date, words: Words) {
        let shown = list.rows.prefix(FeedbackFilter.pageSize)
        let first = (filter.page - 1) * FeedbackFilter.pageSize + 1
        values = [
            "month": .text(words.month(filter.month)), "channels": .list(Self.channels(list, filter, words)),
            "previousHref": .text(filter.with { $0.month = filter.month.previous }.href),
            "nextHref": .text(filter.with { $0.month = filter.month.next }.href),
            "currentHref": filter.isCurrent ? .none : .text(filter.ofThisMonth.href),
            "links": list.links.made == 0
                ? .none
                : .text(
                    words("feedback.links-made", ["made": String(list.links.made), "used": String(list.links.used)])),
            "mineHref": member.has(.agent) ? .text(filter.with { $0.isMine.toggle() }.href) : .none,
            "mineLabel": .text(words(filter.isMine ? "feedback.of-all" : "feedback.of-mine")),
            "manyHref": Permissions.may(member, .collectFeedback) ? .text(Paths.newFeedbackLinks) : .none,
            "fileHref": .text(Paths.with(Paths.feedbackFile, filter.with { _ in }.items)),
            "rows": .list(shown.map { FeedbackRow.values($0, now: now, words) }),
            "isEmpty": .flag(shown.isEmpty),
            "empty": shown.isEmpty ? .page(Self.empty(filter, member, words)) : .none,
            "pages": .page([
                "summary": .text(
                    words(
                        "pagination.shown", ["first": String(first), "last": String(first + max(0, shown.count - 1))])),
                "previousHref": filter.page > 1
                    ? .text(filter.with { $0.page = filter.page - 1 }.href) : .none,
                "nextHref": list.rows.count > shown.count
                    ? .text(filter.with { $0.page = filter.page + 1 }.href) : .none,
            ]),
        ]
    }

    /// Why the list is empty, and where to go from there.
    private static func empty(_ filter: FeedbackFilter, _ member: Member, _ words: Words) -> PageValues {
        let makesLinks = !filter.isNarrowed && Permissions.may(member, .collectFeedback)
        let whole = filter.with { ($0.channel, $0.isMine) = (nil, false) }.href
        return [
            "title": .text(words("feedback.month-empty")),
            "text": .text(words(filter.isNarrowed ? "feedback.month-narrowed" : "feedback.month-empty-text")),
            "actionHref": makesLinks ? .text(Paths.newFeedbackLinks) : filter.isNarrowed ? .text(whole) : .none,
            "actionLabel": .text(words(makesLinks ? "feedback.many" : "feedback.whole-month")),
        ]
    }

    /// How many came on each way, each of them a link to those; ways that nobody took are left out.
    private static func channels(_ list: FeedbackList, _ filter: FeedbackFilter, _ words: Words) -> [PageValues] {
        let ways: [FeedbackChannel?] = [nil] + FeedbackChannel.allCases.filter { list.counts[$0] != nil }
        return ways.map { channel in
            [
                "label": .text(words(channel.map { "feedback.channel.\($0.rawValue)" } ?? "feedback.every-channel")),
                "count": .number(channel.map { list.counts[$0] ?? 0 } ?? list.count),
                "href": .text(filter.with { $0.channel = channel }.href),
                "current": .flag(filter.channel == channel),
            ]
        }
    }
}
