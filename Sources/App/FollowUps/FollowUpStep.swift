import Foundation

/// A decision about a follow-up, as its page shows it: who, when, and with which note.
struct FollowUpStep: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case asked, refused, excused, reinstated
        case handedOver = "handed-over"
        case handedBack = "handed-back"
    }

    let kind: Kind
    let at: Date
    let by: String
    /// The previous and the next agent of a handover.
    let from: String?
    let to: String?
    let text: String?
    let handover: Handover.ID?
}
