import Forms
import Foundation

/// Lunar holidays of one year.
struct LunarDates {
    /// New Year's Eve and the first three days of the year.
    let springFestival: [Day]
    let dragonBoat: Day?
    let midAutumn: Day?

    init(year: Int) {
        var lunar = Calendar(identifier: .chinese)
        lunar.timeZone = .gmt
        // Each search begins with the earliest possible solar date of the holiday.
        let newYear = Self.day(1, 1, in: lunar, from: Day(year: year, month: 1, day: 20))
        springFestival = newYear.map { first in (-1...2).map { first.adding(days: $0) } } ?? []
        dragonBoat = Self.day(5, 5, in: lunar, from: Day(year: year, month: 5, day: 26))
        midAutumn = Self.day(8, 15, in: lunar, from: Day(year: year, month: 9, day: 6))
    }

    /// The first day from `start`, within five weeks, that is this day of this lunar month (not a leap month).
    private static func day(_ month: Int, _ dayOfMonth: Int, in lunar: Calendar, from start: Day?) -> Day? {
        guard let start else { return nil }
        return (0..<36).lazy.map { start.adding(days: $0) }.first { day in
            // Noon has the same date in GMT and in the given calendar, which is set to GMT.
            let noon = day.start(in: .gmt).addingTimeInterval(43_200)
            let found = lunar.dateComponents([.month, .day], from: noon)
            return found.month == month && found.day == dayOfMonth && found.isLeapMonth != true
        }
    }
}
