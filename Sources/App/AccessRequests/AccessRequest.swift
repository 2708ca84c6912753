import Foundation

/// Request to read one record, or all records of one project, for a limited time and a reason (ACC-4).
struct AccessRequest: Sendable, Identifiable {
    let id: ID<AccessRequest>
    let memberID: Member.ID
    let memberName: String
    let projectID: Project.ID
    let projectNumber: String
    let customerName: String
    /// One record; nil for all records of the project.
    let record: SealedRecord?
    /// The stage of the follow-up whose record it is.
    let stage: String?
    /// The number of the feedback.
    let feedbackNumber: String?
    let reason: String
    let hours: Int
    let requestedAt: Date
    let state: State
    let grant: AccessGrant?
    let refusal: Decision?

    enum State: String, Sendable, CaseIterable {
        case pending, approved, refused, revoked, expired
    }

    /// Who decided, when, and with which note.
    struct Decision: Sendable {
        let by: String
        let at: Date
        let reason: String
    }
}

/// Permission to read, for one person, until it expires or is revoked.
struct AccessGrant: Sendable, Identifiable {
    let id: ID<AccessGrant>
    let requestID: AccessRequest.ID
    let memberID: Member.ID
    let projectID: Project.ID
    /// One record; nil for all records of the project.
    let record: SealedRecord?
    let grantedBy: String
    let grantedAt: Date
    let expiresAt: Date
    let remark: String
    let revocation: AccessRequest.Decision?
    /// Whether it was valid when it was fetched: neither expired nor revoked.
    let isInForce: Bool
}
