import Forms
import Foundation
import Rulebooks

/// Issue: a customer's concern that a department must answer (ISS-1). `Issue` alone is a type of Swift Testing.
struct CustomerIssue: Sendable, Identifiable {
    let id: ID<CustomerIssue>
    /// Such as WT20261124-01.
    let number: String
    let customer: CustomerName?
    let project: ProjectNumber?
    let source: IssueSource
    let sourceID: Int?
    /// The customer's words.
    let words: String
    let callerName: String
    let callerPhone: String
    let isComplaint: Bool
    let category: String?
    let urgency: Urgency
    let department: String?
    let concerned: Concerned?
    /// Who took it first (首问负责); nil when the customer wrote it.
    let takenBy: MemberName?
    /// Owner: sees it through until a department accepts it, and speaks with the customer.
    let owner: MemberName?
    let raisedAt: Date
    let state: IssueState
    let isOpen: Bool
    /// Raised again, or to several departments (ISS-5).
    let isImportant: Bool
    /// The next deadline; nil while nothing is owed.
    let due: NextDeadline?
    let misses: Int
    let version: Int

    /// What is owed next, and by when; no time while it is paused.
    struct NextDeadline: Sendable, Hashable {
        let kind: IssueDeadline.Kind
        let at: Date?
    }

    /// The person whom the issue is about.
    struct Concerned: Sendable, Hashable {
        let duty: Duty
        let member: MemberName
    }
}

/// All data of an issue's page.
struct IssueOverview: Sendable {
    let issue: CustomerIssue
    /// In order, from the first.
    let steps: [IssueStep]
    let life: IssueLife
    let misses: [NotedMiss]
    let terms: IssueTerms
    let clock: IssueClock
    /// Earlier or later issues about the same problem.
    let linked: [CustomerIssue]
    let orders: [WorkOrder]
    /// Phone numbers: the caller's first, then the registered ones.
    let phones: [PhoneNumber]
    /// All staff; some of them may approve compensation.
    let staff: [Member]
}

/// A recorded miss of a deadline, and who was notified (ISS-3).
struct NotedMiss: Sendable, Hashable {
    let miss: IssueMiss
    let notedAt: Date
}
