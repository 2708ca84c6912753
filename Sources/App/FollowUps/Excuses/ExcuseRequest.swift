import Foundation

/// An agent's wish that a call be excused, with the reason; an administrator decides (CAD-2).
struct ExcuseRequest: Sendable, Identifiable {
    let id: ID<ExcuseRequest>
    let followUp: FollowUp
    let memberID: Member.ID
    let memberName: String
    let reason: String
    let requestedAt: Date
    /// Whether an answer is owed: not while or after the call was done or excused otherwise.
    let isPending: Bool
}
