import Forms

/// Which follow-ups a list shows, as its address says (UX-7).
struct FollowUpFilter: Sendable, Hashable {
    let state: FollowUp.State?
    let agent: Member.ID?
    let from: Day?
    let until: Day?
    /// One of the parts that the follow-up rate counts (CAD-5).
    let outcome: FollowUpRate.Part?
    /// Nil leaves the order to the state: what is to be done by its end, what is over with the latest first.
    let order: Order?
    /// From 1.
    let page: Int

    /// By the last day of the window.
    enum Order: String, Sendable, CaseIterable {
        case soonest, latest
    }

    static let pageSize = 50
    /// Counting stops here: nobody reads further, and a list of a million need not be counted to be shown.
    static let countLimit = 1000
}

/// One page of a list of follow-ups.
struct FollowUpList: Sendable {
    let followUps: [FollowUp]
    /// At most `FollowUpFilter.countLimit + 1`, which means "more".
    let count: Int
}

extension FollowUpFilter {
    /// The order that was asked for, or the one that suits the state.
    var effectiveOrder: Order {
        if let order { return order }
        return switch state {
        case .planned, .due, .overdue, .callback, .unreachable: .soonest
        case .done, .notApplicable, nil: .latest
        }
    }
}
