import Forms
import Foundation

/// What a customer raised, as it is written down, from wherever it came (ISS-1).
struct RaisedIssue: Sendable, Hashable {
    /// Nil for somebody whom nobody has found among the customers.
    var customer: Customer.ID?
    var project: Project.ID?
    let source: IssueSource
    /// The follow-up, visit, feedback or message that it came from.
    var sourceID: Int?
    /// The customer's words, as far as they are needed to act on it.
    let words: String
    /// One of the rulebook's categories; it decides the department (ISS-2).
    var category: String?
    let isComplaint: Bool
    var urgency: Urgency = .ordinary
    var callerName = ""
    var callerPhone = ""
    /// Whom it is about, and in what duty.
    var concerned: ConcernedPerson?
    /// Who sees it through where nobody took it down: the agent whose project it is.
    var owner: Member.ID?
    /// When the customer said it, which the clocks go by; nil is now.
    var raisedAt: Date?
    /// Earlier issues that whoever entered it took for the same problem (ISS-5).
    var sameAs: [CustomerIssue.ID] = []
}

/// Who had a duty on the day that a customer speaks of (ARC-2).
struct ConcernedPerson: Sendable, Hashable {
    let duty: Duty
    let memberID: Member.ID
}

/// On which way an issue came in (ISS-1).
enum IssueSource: String, Sendable, CaseIterable {
    case followUp = "follow-up"
    case visit, call
    case inPerson = "in-person"
    case writing, web, feedback
}
