import Forms
import Foundation

/// The customer's confirmation of a report: rating, remark and signature (SVC-6).
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
    /// The reason when nobody signed.
    let reason: String
    /// Nil when not rated, which is not 0 (FUP-3).
    let rating: Int?
    let remark: String
    /// The version of the report that the customer was shown.
    let reportVersion: Int
    let confirmedAt: Date
}
