import Foundation

/// A rulebook that is or was in force: since when, put there by whom, and why.
struct RulebookVersion: Sendable, Identifiable {
    let id: Int
    let yaml: String
    let since: Date
    /// Nil for the one that the company was founded with.
    let putBy: String?
    let reason: String
}

/// A sound rulebook that somebody wants to put into force.
struct RulebookProposal: Sendable, Identifiable {
    let id: ID<RulebookProposal>
    let yaml: String
    let proposedAt: Date
    let proposedBy: String
    /// The version that it became, once it was put into force.
    let versionID: Int?
}
