import Foundation
import Rulebooks

/// One deadline of an issue, and when it was met (ISS-3).
struct IssueDeadline: Sendable, Hashable {
    /// What is owed.
    enum Kind: String, Sendable, CaseIterable {
        /// Referral to a department.
        case referral
        /// First answer to the customer.
        case answer
        /// Arrival at the customer's site.
        case arrival
        /// What was promised to the customer for a certain time.
        case promise
        /// Another answer, after the customer was not satisfied.
        case renewedAnswer = "renewed-answer"
    }

    let kind: Kind
    let since: Date
    /// The latest moment; nil while it is paused.
    let dueAt: Date?
    let metAt: Date?
    /// The whole term in counted seconds.
    let whole: TimeInterval
    /// When it is missed a second time, if still nothing happens.
    let dueAgainAt: Date?

    var isMet: Bool { metAt != nil }

    /// The moments of its misses until `now`; at most two.
    func misses(at now: Date) -> [Date] {
        [dueAt, dueAgainAt].compactMap { $0 }.filter { $0 < metAt ?? .distantFuture && $0 <= now }
    }
}

/// A missed deadline, and the superior to notify (ISS-3).
struct IssueMiss: Sendable, Hashable {
    let kind: IssueDeadline.Kind
    let at: Date
    let told: Superior
}

/// The standing of each issue's next deadline.
typealias IssueStandings = [CustomerIssue.ID: IssueStanding]

/// The standing of a deadline, in counted seconds.
enum IssueStanding: Sendable, Hashable {
    /// Met in time, or late by so much.
    case met, metLate(TimeInterval)
    case ahead(TimeInterval)
    /// So little is left that the page warns.
    case near(TimeInterval)
    case late(TimeInterval)
    /// Paused with so much left.
    case paused(TimeInterval)
}
