import Forms

/// Which follow-ups a list shows, as its address says (UX-7).
struct FollowUpFilter: Sendable, Hashable {
    let state: FollowUp.State?
    let agent: Int?
    let from: Day?
    let until: Day?
    /// From 1.
    let page: Int

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
