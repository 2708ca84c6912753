/// What an event means for the deadlines (ISS-3).
extension IssueHappening {
    /// Whether a department is responsible from then on.
    var isReferral: Bool {
        switch self {
        case .referred, .transferred, .ruled: true
        case .raised, .categorised, .accepted, .handedBack, .disputed, .triaged, .answered, .promised, .paused,
            .resumed, .ordered, .arrived, .visited, .solved, .verified, .closed, .reopened:
            false
        }
    }

    /// Whether nothing more is owed on the site: it is solved, or was explained not to be ours.
    var isSettlement: Bool {
        switch self {
        case .solved, .triaged(isOurs: false), .closed: true
        case .raised, .categorised, .referred, .accepted, .handedBack, .transferred, .disputed, .ruled,
            .triaged(isOurs: true), .answered, .promised, .paused, .resumed, .ordered, .arrived, .visited, .verified,
            .reopened:
            false
        }
    }

    /// Whether the customer is told something about it.
    var isAnswer: Bool {
        switch self {
        case .answered, .promised, .verified: true
        case .raised, .categorised, .referred, .accepted, .handedBack, .transferred, .disputed, .ruled, .triaged,
            .paused, .resumed, .ordered, .arrived, .visited, .solved, .closed, .reopened:
            isSettlement
        }
    }

    /// Whether the customer says that it is not settled.
    var isReopening: Bool { self == .reopened || self == .verified(isContent: false) }
}
