import Foundation

/// Data of a follow-up's page beyond its row in lists.
struct FollowUpDetails: Sendable {
    let attempts: [Attempt]
    let sheet: SheetFacts?
    /// The ground on which this person may read the record; checked again when it is read.
    let ground: ReadingGround?
    /// The person's pending access request for this record.
    let pendingRequest: AccessRequest.ID?
    /// Decisions, the latest first.
    let steps: [FollowUpStep]
    /// The pending excuse request.
    let excuseRequest: ExcuseRequest?
}
