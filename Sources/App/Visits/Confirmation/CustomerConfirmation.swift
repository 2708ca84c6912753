import Forms
import Foundation

/// What the customer said and signed on the technician's phone (SVC-6).
struct CustomerConfirmation: Sendable, Hashable {
    /// How it was signed.
    enum Manner: String, Sendable, CaseIterable {
        case drawn, typed, paper
        case nobody = "none"
    }

    let manner: Manner
    let name: String
    let relation: String
    let signature: Signature?
    /// Why nobody signed.
    let reason: String
    /// Nil when it was not rated, which is not 0 (FUP-3).
    let rating: Int?
    let remark: String
    /// The version of the report that was shown.
    let reportVersion: Int
    let confirmedAt: Date
}
