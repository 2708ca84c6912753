/// A date of the civil calendar, without time or time zone, from 1 January 0001 to 31 December 9999.
public struct Day: Sendable, Hashable {
    /// Day number; 1 is 1 January 0001, a Monday.
    let number: Int

    public static let earliest = Day(clamping: 1)
    public static let latest = Day(clamping: .max)

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Months.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Months.length(of: month, in: year)
        else { return nil }
        number = Months.daysBefore(year: year) + Months.daysBefore(month: month, in: year) + day
    }

    /// The day with this number, clamped to the calendar.
    init(clamping number: Int) {
        self.number = min(max(number, 1), Months.daysBefore(year: Months.years.upperBound + 1))
    }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var day: Int { civil.day }

    /// Monday is 1, Sunday is 7.
    public var weekday: Int { (number - 1) % 7 + 1 }

    /// All three at once, as finding one finds the others.
    public var civil: (year: Int, month: Int, day: Int) {
        let year = Months.year(of: number)
        var month = 1
        var day = number - Months.daysBefore(year: year)
        while month < 12, day > Months.length(of: month, in: year) {
            day -= Months.length(of: month, in: year)
            month += 1
        }
        return (year, month, day)
    }
}

extension Day: Comparable {
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}

extension ClosedRange<Day> {
    /// From 1 January of the first year to 31 December of the last, clamped to the calendar.
    public static func years(_ years: ClosedRange<Int>) -> ClosedRange<Day> {
        let years = years.clamped(to: Months.years)
        let first = Day(clamping: Months.daysBefore(year: years.lowerBound) + 1)
        return first...Day(clamping: Months.daysBefore(year: years.upperBound + 1))
    }
}
