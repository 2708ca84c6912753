import Foundation

/// What a follow-up's own page shows besides its line in the lists.
struct FollowUpDetails: Sendable {
    let attempts: [Attempt]
    let sheet: SheetFacts?
    /// On what ground this person may read the record now; asked again when it is read.
    let ground: ReadingGround?
    /// The person's latest request for this record, if it is still pending.
    let pendingRequest: AccessRequest.ID?
    /// What was decided about it, the latest first.
    let steps: [FollowUpStep]
    /// The wish to excuse it that waits for an answer.
    let excuseRequest: ExcuseRequest?
}
