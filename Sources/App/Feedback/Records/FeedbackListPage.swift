import Forms
import Foundation
import Markup

/// The list of a month's feedback by channel: metadata, no content (FBK-5, ACC-2).
struct FeedbackListPage: Page {
    static let template = "feedback/records/index"
    let values: PageValues

    init(
        _ list: FeedbackList, _ query: ListQuery, of month: Month, member: Member, now: Date, today: Day, words: Words
    ) {
        let current = Month(of: today)
        let isMine = query[FeedbackFilter.agent] != nil
        // The current month is omitted from addresses, so that a bookmark always opens the then current one.
        let href = { (month: Month) in query.href(with: ["month": month == current ? "" : month.description]) }
        let isEmpty = list.feedback.rows.isEmpty
        values = [
            "month": .text(words.month(month)), "channels": .list(Self.channels(list, query, words)),
            "previousHref": .text(href(month.previous)), "nextHref": .text(href(month.next)),
            "currentHref": month == current ? .none : .text(href(current)),
            "links": list.links.made == 0
                ? .none
                : .text(
                    words("feedback.links-made", ["made": String(list.links.made), "used": String(list.links.used)])),
            "mineHref": member.has(.agent) ? .text(query.href(with: ["agent": isMine ? "" : "me"])) : .none,
            "mineLabel": .text(words(isMine ? "feedback.of-all" : "feedback.of-mine")),
            "manyHref": Permissions.may(member, .collectFeedback) ? .text(Paths.newFeedbackLinks) : .none,
            "fileHref": .text(query.fileHref),
            "table": ListTable.values(
                Feedback.columns(now: now, words), list.feedback.rows,
                caption: words("feedback.heading") + " " + words.month(month), words),
            "isEmpty": .flag(isEmpty),
            "empty": isEmpty ? .page(Self.empty(query, member, words)) : .none,
            "pages": .page(query.pagination(list.feedback, words)),
        ]
    }

    /// The empty state: why the list is empty, and where to go from there.
    private static func empty(_ query: ListQuery, _ member: Member, _ words: Words) -> PageValues {
        let whole = query.href(with: ["channel": "", "agent": ""])
        let isNarrowed =
            query[FeedbackFilter.channel] != nil || query[FeedbackFilter.agent] != nil || query.part.offset > 0
        let makesLinks = !isNarrowed && Permissions.may(member, .collectFeedback)
        return [
            "title": .text(words("feedback.month-empty")),
            "text": .text(words(isNarrowed ? "feedback.month-narrowed" : "feedback.month-empty-text")),
            "actionHref": makesLinks ? .text(Paths.newFeedbackLinks) : isNarrowed ? .text(whole) : .none,
            "actionLabel": .text(words(makesLinks ? "feedback.many" : "feedback.whole-month")),
        ]
    }

    /// Totals per channel as links; channels without feedback are left out.
    private static func channels(_ list: FeedbackList, _ query: ListQuery, _ words: Words) -> [PageValues] {
        let chosen: FeedbackChannel? = query.choice(FeedbackFilter.channel)
        let ways: [FeedbackChannel?] = [nil] + FeedbackChannel.allCases.filter { list.counts[$0] != nil }
        return ways.map { channel in
            [
                "label": .text(words(channel.map { "feedback.channel.\($0.rawValue)" } ?? "feedback.every-channel")),
                "count": .number(channel.map { list.counts[$0] ?? 0 } ?? list.count),
                "href": .text(query.href(with: ["channel": channel?.rawValue ?? ""])),
                "current": .flag(chosen == channel),
            ]
        }
    }
}
