import Foundation

/// First-time fix rate: repairs done at the first visit (SVC-8).
struct FirstTimeFix: Sendable, Hashable {
    let fixedAtOnce: Int
    /// Repairs whose first visit was reported.
    let total: Int
}
