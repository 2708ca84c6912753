import Foundation

/// Event of an issue, with its time (event sourcing): everything else about the issue is derived from these (ISS-4).
struct IssueEvent: Sendable, Hashable {
    let happening: IssueHappening
    let at: Date

    init(_ happening: IssueHappening, at: Date) {
        self.happening = happening
        self.at = at
    }
}

/// What can happen to an issue; who did it, and with which note, does not affect what may follow.
enum IssueHappening: Sendable, Hashable {
    case raised(category: String?)
    /// Another category of the rulebook; deadlines still count from when the customer spoke.
    case categorised(String)
    case referred(to: String)
    case accepted
    /// Not this department's: back to the person who took it first.
    case handedBack
    case transferred(to: String)
    case disputed
    case ruled(to: String)
    /// Ours, or explained to the customer why it is not (ISS-6).
    case triaged(isOurs: Bool)
    case answered
    case promised(Date)
    case paused(IssuePause)
    case resumed
    /// A work order was requested; a technician arrived; the visit was reported.
    case ordered, arrived, visited
    case solved
    case verified(isContent: Bool)
    case closed
    case reopened
}

/// Why an issue waits for something that the company cannot speed up.
enum IssuePause: String, Sendable, CaseIterable {
    case customer, parts, fee
}
