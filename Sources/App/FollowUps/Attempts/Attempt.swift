import Foundation

/// Attempt to reach a customer that did not end in a filed sheet; it counts as work (CAD-2a).
struct Attempt: Sendable, Identifiable {
    let id: ID<Attempt>
    let at: Date
    let memberName: String
    let outcome: Outcome
    let callbackAt: Date?

    enum Outcome: String, Sendable, CaseIterable {
        case noAnswer = "no-answer"
        case busy
        case wrongNumber = "wrong-number"
        case refused
        case callLater = "call-later"

        /// Whether it counts towards escalating the follow-up to the administrators (CAD-4).
        var isInVain: Bool {
            switch self {
            case .noAnswer, .busy, .wrongNumber, .refused: true
            case .callLater: false
            }
        }
    }
}
