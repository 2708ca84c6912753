import Foundation

/// Something that was decided about a call, as its page tells it: who, when, in which words.
struct FollowUpStep: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case asked, refused, excused, reinstated
        case handedOver = "handed-over"
        case handedBack = "handed-back"
    }

    let kind: Kind
    let at: Date
    let by: String
    /// From whom and to whom it was handed.
    let from: String?
    let to: String?
    let text: String?
    let handover: Handover.ID?
}
