import Foundation
import Rulebooks

/// The company: name, time zone, and current rules.
struct Company: Sendable {
    let name: String
    let zone: TimeZone
    let foundedAt: Date
    let rules: CurrentRules

    /// The current rulebook.
    var rulebook: Rulebook { rules.rulebook }
}
