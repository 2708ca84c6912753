import Forms
import Foundation

/// Something that a customer raised and a department must answer (ISS-1); `Issue` alone is what Swift Testing exports.
struct CustomerIssue: Sendable, Identifiable {
    let id: Int
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
    let isOpen: Bool
    let isImportant: Bool
    let misses: Int
    let version: Int

    /// Whom it is about.
    struct Concerned: Sendable, Hashable {
        let duty: Duty
        let member: MemberName
    }
}
