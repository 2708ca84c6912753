import Foundation
import Rulebooks

/// The company whose data this is: its name, its clocks, and the rulebook in force.
struct Company: Sendable {
    let name: String
    let zone: TimeZone
    let rulebook: Rulebook
}
