import Foundation
import Rulebooks

/// What an administrator decided about the days off of one year.
struct YearDecision: Sendable {
    /// The version that a form of the year is opened with; 0 where nothing was decided yet.
    let id: Int
    /// Nil: the statutory days are computed.
    let arrangement: YearArrangement?
    let decidedAt: Date
    let decidedBy: String

    /// The years of which the calendar has pages.
    static let years = 2020...2050
}
