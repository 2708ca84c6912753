import Foundation
import Rulebooks

/// The company whose data this is: its name, its clocks, and the current rules.
struct Company: Sendable {
    let name: String
    let zone: TimeZone
    let foundedAt: Date
    let rules: CurrentRules

    /// The rulebook as it is at this moment.
    var rulebook: Rulebook { rules.rulebook }
}
