import Foundation
import Rulebooks

/// One thing that is owed about an issue by a certain time, and when it was done (ISS-3).
struct IssueDeadline: Sendable, Hashable {
    /// What is owed.
    enum Kind: String, Sendable, CaseIterable {
        /// A department has it.
        case referral
        /// The customer was told something.
        case answer
        /// Somebody stands at the customer's door.
        case arrival
        /// What the customer was told to expect by then.
        case promise
        /// A customer who was not satisfied was told something again.
        case renewedAnswer = "renewed-answer"
    }

    let kind: Kind
    let since: Date
    /// The latest moment; nil while a pause keeps it open.
    let dueAt: Date?
    let metAt: Date?
    /// How much counted time there was from the beginning on, in seconds.
    let whole: TimeInterval
    /// When it is missed a second time, if still nothing happens.
    let dueAgainAt: Date?

    var isMet: Bool { metAt != nil }

    /// The moments at which it was missed, as known at `now`; at most two.
    func misses(at now: Date) -> [Date] {
        [dueAt, dueAgainAt].compactMap { $0 }.filter { $0 < metAt ?? .distantFuture && $0 <= now }
    }
}

/// A deadline that passed with nothing done, and who is told (ISS-3).
struct IssueMiss: Sendable, Hashable {
    let kind: IssueDeadline.Kind
    let at: Date
    let told: Superior
}

/// How the deadline that comes next stands, for each issue that has one.
typealias IssueStandings = [CustomerIssue.ID: IssueStanding]

/// How a deadline stands at a moment, in counted seconds.
enum IssueStanding: Sendable, Hashable {
    /// Done in time, or late by so much.
    case met, metLate(TimeInterval)
    case ahead(TimeInterval)
    /// So little is left that the page warns.
    case near(TimeInterval)
    case late(TimeInterval)
    /// The clock stands still with so much left.
    case paused(TimeInterval)
}
