import Forms

/// Which follow-ups a list shows: the form that its address fills (UX-7).
enum FollowUpFilter {
    static let state = Field.choice(
        "state", [.any("follow-ups.any-state")] + Choice.each(FollowUp.State.self, "follow-up.state."),
        label: .key("follow-ups.column.state"))
    static let agent = Field.number("agent", 1...Int.max, label: .key("follow-ups.column.agent"))
    static let from = Field.date("from", .years(1...9999), label: .key("follow-ups.from"))
    static let until = Field.date("until", .years(1...9999), label: .key("follow-ups.until"))
    /// One of the parts that the follow-up rate counts (CAD-5).
    static let outcome = Field.choice(
        "outcome", [.any("follow-ups.any-outcome")] + Choice.each(FollowUpRate.Part.self, "rate.part."),
        label: .key("follow-ups.outcome"))
    /// Left open, it is the order that suits the state.
    static let order = Field.choice(
        ListQuery.order, [.any("follow-ups.order.by-state")] + Choice.each(Order.self, "follow-ups.order."),
        label: .key("follow-ups.order"))

    static let form = Form("follow-up-filter", [state, agent, from, until, outcome, order])

    /// By the last day of the window.
    enum Order: String, Sendable, CaseIterable {
        case soonest, latest
    }

    /// - Parameter items: of the address, which may say `me` for whoever asks.
    static func query(_ items: [String: String], _ member: Member, today: Day) -> ListQuery {
        let isMine = items["agent"] == "me"
        let items = isMine ? items.merging(["agent": String(member.id)]) { $1 } : items
        return ListQuery(Paths.followUps, form, items, today: today)
    }

    /// The order that was asked for, or the one that suits the state: what is to be done by its end, what is over with
    /// the latest first.
    static func order(of query: ListQuery) -> Order {
        if let order: Order = query.choice(order) { return order }
        let state: FollowUp.State? = query.choice(state)
        return switch state {
        case .planned, .due, .overdue, .callback, .unreachable: .soonest
        case .done, .notApplicable, nil: .latest
        }
    }
}
