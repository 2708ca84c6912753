import Forms
import Foundation

/// The list of all follow-ups with its filters as an address, counts and pages (UX-7).
struct FollowUpsPage: Page {
    static let template = "follow-ups/index"
    let values: PageValues

    init(_ list: FollowUpList, _ filter: FollowUpFilter, agents: [Member], member: Member, words follow: FollowUpWords)
    {
        let words = follow.words
        let first = (filter.page - 1) * FollowUpFilter.pageSize + 1
        let last = first + list.followUps.count - 1
        let isCounted = list.count <= FollowUpFilter.countLimit
        values = [
            "rows": .list(list.followUps.map { FollowUpRow.values($0, follow) }),
            "isEmpty": .flag(list.followUps.isEmpty),
            "isFiltered": .flag(
                filter.state != nil || filter.agent != nil || filter.from != nil || filter.until != nil
                    || filter.outcome != nil || filter.page > 1),
            "title": .text(words("follow-ups.empty-title")), "text": .text(words("follow-ups.empty-text")),
            "actionHref": .text(Paths.followUps), "actionLabel": .text(words("follow-ups.show-all")),
            "count": .text(
                words(
                    isCounted ? "follow-ups.count" : "follow-ups.count-more", ["count": String(min(list.count, 1000))])),
            "states": .list(
                ([nil] + FollowUp.State.allCases.map { Optional($0) }).map { state in
                    [
                        "value": .text(state?.rawValue ?? ""),
                        "label": .text(words(state.map { "follow-up.state.\($0.rawValue)" } ?? "follow-ups.any-state")),
                        "checked": .flag(filter.state == state),
                    ]
                }),
            "agents": .list(
                ([("", words("follow-ups.any-agent"))] + agents.map { (String($0.id), $0.name) }).map { value, label in
                    [
                        "value": .text(value), "label": .text(label),
                        "checked": .flag(value == (filter.agent.map(String.init) ?? "")),
                    ]
                }),
            "orders": .list(
                ([nil] + FollowUpFilter.Order.allCases.map { Optional($0) }).map { order in
                    [
                        "value": .text(order?.rawValue ?? ""),
                        "label": .text(
                            words(order.map { "follow-ups.order.\($0.rawValue)" } ?? "follow-ups.order.by-state")),
                        "checked": .flag(order == filter.order),
                    ]
                }),
            "outcomes": .list(
                ([nil] + FollowUpRate.Part.allCases.map { Optional($0) }).map { part in
                    [
                        "value": .text(part?.rawValue ?? ""),
                        "label": .text(words(part.map { "rate.part.\($0.rawValue)" } ?? "follow-ups.any-outcome")),
                        "checked": .flag(filter.outcome == part),
                    ]
                }),
            "from": .text(filter.from?.description ?? ""), "until": .text(filter.until?.description ?? ""),
            "fileHref": .text(Paths.with(Paths.followUpsFile, filter.items)),
            "summary": .text(words("pagination.shown", ["first": String(first), "last": String(max(first, last))])),
            "previousHref": filter.page > 1 ? .text(filter.href(page: filter.page - 1)) : .none,
            "nextHref": list.count >= first + FollowUpFilter.pageSize
                ? .text(filter.href(page: filter.page + 1)) : .none,
        ]
    }
}

extension FollowUpFilter {
    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String], member: Member) {
        state = query["state"].flatMap(FollowUp.State.init)
        agent = query["agent"] == "me" ? member.id : query["agent"].flatMap { ID($0) }
        from = query["from"].flatMap(Day.init)
        until = query["until"].flatMap(Day.init)
        outcome = query["outcome"].flatMap(FollowUpRate.Part.init)
        order = query["order"].flatMap(Order.init)
        page = min(max(query["page"].flatMap { $0.count < 6 ? Int($0) : nil } ?? 1, 1), 2000)
    }

    var items: [(String, String)] {
        [
            ("state", state?.rawValue ?? ""), ("agent", agent.map(String.init) ?? ""),
            ("from", from?.description ?? ""), ("until", until?.description ?? ""),
            ("outcome", outcome?.rawValue ?? ""), ("order", order?.rawValue ?? ""),
        ]
    }

    func href(page: Int) -> String {
        Paths.with(Paths.followUps, items + [("page", page > 1 ? String(page) : "")])
    }
}
