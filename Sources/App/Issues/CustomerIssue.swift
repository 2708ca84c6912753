import Forms
import Foundation
import Rulebooks

/// Something that a customer raised and a department must answer (ISS-1); `Issue` alone is what Swift Testing exports.
struct CustomerIssue: Sendable, Identifiable {
    let id: ID<CustomerIssue>
    /// WT20261124-01.
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
    /// Who took it first (首问负责); nobody where the customer wrote it.
    let takenBy: MemberName?
    /// Who sees it through until a department has accepted it, and speaks with the customer.
    let owner: MemberName?
    let raisedAt: Date
    let state: IssueState
    let isOpen: Bool
    /// Raised before, or to several departments (ISS-5).
    let isImportant: Bool
    /// The deadline that comes next; none while the company owes nothing.
    let due: NextDeadline?
    let misses: Int
    let version: Int

    /// What is owed next, and by when; no time while a pause keeps it open.
    struct NextDeadline: Sendable, Hashable {
        let kind: IssueDeadline.Kind
        let at: Date?
    }

    /// Whom it is about.
    struct Concerned: Sendable, Hashable {
        let duty: Duty
        let member: MemberName
    }
}

/// All that the page of an issue shows.
struct IssueOverview: Sendable {
    let issue: CustomerIssue
    /// From the first on.
    let steps: [IssueStep]
    let life: IssueLife
    let misses: [NotedMiss]
    let terms: IssueTerms
    let clock: IssueClock
    /// The same problem, raised before or afterwards.
    let linked: [CustomerIssue]
    let orders: [WorkOrder]
    /// Where the customer is reached: what the caller gave first, then what is registered.
    let phones: [PhoneNumber]
    /// Among them are those who may approve a compensation.
    let staff: [Member]
}

/// A miss that was written down, and who was told of it (ISS-3).
struct NotedMiss: Sendable, Hashable {
    let miss: IssueMiss
    let notedAt: Date
}
