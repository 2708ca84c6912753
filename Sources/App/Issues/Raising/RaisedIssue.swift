import Forms
import Foundation

/// Input of a new issue, from whichever source (ISS-1).
struct RaisedIssue: Sendable, Hashable {
    /// Nil when the customer is unknown.
    var customer: Customer.ID?
    var project: Project.ID?
    let source: IssueSource
    /// The id of the follow-up, visit, feedback or enquiry that it comes from.
    var sourceID: Int?
    /// The customer's words, as far as they are needed to act.
    let words: String
    /// A category of the rulebook; it decides the department (ISS-2).
    var category: String?
    let isComplaint: Bool
    var urgency: Urgency = .ordinary
    var callerName = ""
    var callerPhone = ""
    /// The person whom it is about, and their duty.
    var concerned: ConcernedPerson?
    /// Who sees it through when nobody took it: the project's agent.
    var owner: Member.ID?
    /// When the customer said it, from which deadlines count; nil for now.
    var raisedAt: Date?
    /// Earlier issues that the person took for the same problem (ISS-5).
    var sameAs: [CustomerIssue.ID] = []
}

/// The holder of a duty on the day that the customer speaks of (ARC-2).
struct ConcernedPerson: Sendable, Hashable {
    let duty: Duty
    let memberID: Member.ID
}

/// The channel by which an issue came in (ISS-1).
enum IssueSource: String, Sendable, CaseIterable {
    case followUp = "follow-up"
    case visit, call
    case inPerson = "in-person"
    case writing, web, feedback
}
