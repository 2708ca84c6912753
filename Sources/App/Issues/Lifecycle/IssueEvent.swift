import Foundation

/// Something that happened to an issue, and when; all else that is known of an issue follows from these (ISS-4).
struct IssueEvent: Sendable, Hashable {
    let happening: IssueHappening
    let at: Date

    init(_ happening: IssueHappening, at: Date) {
        self.happening = happening
        self.at = at
    }
}

/// What can happen to an issue; who did it and in which words does not bear on what may follow.
enum IssueHappening: Sendable, Hashable {
    case raised(category: String?)
    /// Another of the rulebook's categories; whatever was promised still counts from when the customer spoke.
    case categorised(String)
    case referred(to: String)
    case accepted
    /// Not this department's: back to whoever took it first.
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
    /// A work order was made of it; somebody stood at the customer's door; the visit was reported.
    case ordered, arrived, visited
    case solved
    case verified(isContent: Bool)
    case closed
    case reopened
}

/// What an issue waits for that nobody in the company can hurry.
enum IssuePause: String, Sendable, CaseIterable {
    case customer, parts, fee
}
