import Forms
import Foundation
import Markup

/// The list of follow-ups, with filter, counts and pagination in its address (UX-7).
struct FollowUpsPage: Page {
    static let template = "follow-ups/index"
    let values: PageValues

    init(_ list: ListSlice<FollowUp>, _ query: ListQuery, agents: [Member], words follow: FollowUpWords) {
        let words = follow.words
        let filter = FilterValues(
            query: query, words: words,
            options: ["agent": [.any("follow-ups.any-agent")] + agents.map(Choice.init(_:))])
        let own: PageValues = [
            "filter": filter.filter,
            "rows": .list(list.rows.map { FollowUpRow.values($0, follow) }), "isEmpty": .flag(list.rows.isEmpty),
            "title": .text(words("follow-ups.empty-title")), "text": .text(words("follow-ups.empty-text")),
            "actionHref": query.isNarrowed ? .text(query.path) : .none,
            "actionLabel": .text(words("follow-ups.show-all")), "fileHref": .text(query.fileHref),
            "count": .text(
                words(list.isCounted ? "follow-ups.count" : "follow-ups.count-more", ["count": String(list.count)])),
        ]
        values = own.merging(query.pagination(list, words)) { own, _ in own }
    }
}
