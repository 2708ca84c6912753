import Foundation

/// A version of the rulebook, current or past: since when, by whom, and why.
struct RulebookVersion: Sendable, Identifiable {
    let id: Int
    let yaml: String
    let since: Date
    /// Nil for the first version.
    let putBy: String?
    let reason: String
}

/// A valid rulebook that may be put into force.
struct RulebookProposal: Sendable, Identifiable {
    let id: ID<RulebookProposal>
    let yaml: String
    let proposedAt: Date
    let proposedBy: String
    /// The version that it became; nil until then.
    let versionID: Int?
}
