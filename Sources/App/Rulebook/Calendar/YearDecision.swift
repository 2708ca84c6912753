import Foundation
import Rulebooks

/// An administrator's decision on the days off of one year.
struct YearDecision: Sendable {
    /// The version for optimistic locking; 0 when nothing was decided yet.
    let id: Int
    /// Nil for the computed statutory holidays.
    let arrangement: YearArrangement?
    let decidedAt: Date
    let decidedBy: String

    /// The years that the calendar has pages for.
    static let years = 2020...2050
}
