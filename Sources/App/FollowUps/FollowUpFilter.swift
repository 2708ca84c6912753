import Forms

/// Filter of the list of follow-ups (UX-7).
enum FollowUpFilter {
    static let state = Field.choice(
        "state", [.any("follow-ups.any-state")] + Choice.each(FollowUp.State.self, "follow-up.state."),
        label: .key("follow-ups.column.state"))
    static let agent = Field.number("agent", 1...Int.max, label: .key("follow-ups.column.agent"))
    static let from = Field.date("from", .years(1...9999), label: .key("follow-ups.from"))
    static let until = Field.date("until", .years(1...9999), label: .key("follow-ups.until"))
    /// A part of the follow-up rate (CAD-5).
    static let outcome = Field.choice(
        "outcome", [.any("follow-ups.any-outcome")] + Choice.each(FollowUpRate.Part.self, "rate.part."),
        label: .key("follow-ups.outcome"))
    /// When left open, the order follows the state.
    static let order = Field.choice(
        ListQuery.order, [.any("follow-ups.order.by-state")] + Choice.each(Order.self, "follow-ups.order."),
        label: .key("follow-ups.order"))

    static let form = Form("follow-up-filter", [state, agent, from, until, outcome, order])

    /// By the last day of the window.
    enum Order: String, Sendable, CaseIterable {
        case soonest, latest
    }

    /// - Parameter items: the query, which may have `me` for the current member.
    static func query(_ items: [String: String], _ member: Member, today: Day) -> ListQuery {
        let isMine = items["agent"] == "me"
        let items = isMine ? items.merging(["agent": String(member.id)]) { $1 } : items
        return ListQuery(Paths.followUps, form, items, today: today)
    }

    /// The requested order, or the state's default: open follow-ups by the end of their window, finished ones the
    /// latest first.
    static func order(of query: ListQuery) -> Order {
        if let order: Order = query.choice(order) { return order }
        let state: FollowUp.State? = query.choice(state)
        return switch state {
        case .planned, .due, .overdue, .callback, .unreachable: .soonest
        case .done, .notApplicable, nil: .latest
        }
    }
}
