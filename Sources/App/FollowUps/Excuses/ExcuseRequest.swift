import Foundation

/// An agent's request to excuse a follow-up, with the reason; an administrator decides (CAD-2).
struct ExcuseRequest: Sendable, Identifiable {
    let id: ID<ExcuseRequest>
    let followUp: FollowUp
    let memberID: Member.ID
    let memberName: String
    let reason: String
    let requestedAt: Date
    /// Whether a decision is due: not once the follow-up is done or excused otherwise.
    let isPending: Bool
}
