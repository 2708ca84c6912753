import Forms

/// Holidays and working days in China: computed statutory days, replaced by the arrangement in years that have one
/// (CAD-3).
public struct WorkCalendar: Sendable, Hashable {
    public let arrangements: [YearArrangement]
    private let holidays: Set<Day>
    private let extraWorkingDays: Set<Day>

    /// Of several arrangements for a year, the last one counts.
    public init(arrangements: [YearArrangement] = YearArrangement.announced) {
        self.arrangements = arrangements
        let byYear = Dictionary(arrangements.map { ($0.year, $0) }) { _, later in later }
        let statutory = Self.statutory.lazy.filter { byYear[$0.day.year] == nil }.map(\.day)
        // An arrangement counts for its own year only, so that two years cannot contradict each other about a day.
        holidays = byYear.values.reduce(into: Set(statutory)) { days, arrangement in
            days.formUnion(arrangement.daysOff.filter { $0.year == arrangement.year })
        }
        extraWorkingDays = byYear.values.reduce(into: []) { days, arrangement in
            days.formUnion(arrangement.workingDays.filter { $0.year == arrangement.year })
        }
    }

    /// Statutory days with the arrangements announced so far.
    public static let standard = WorkCalendar()

    private static let statutory = StatutoryHoliday.computedYears.flatMap(StatutoryHoliday.days(in:))

    /// The statutory days off of a year, whatever its arrangement; empty outside 2000–2056.
    public static func statutoryHolidays(in year: Int) -> [StatutoryHoliday] {
        statutory.filter { $0.day.year == year }
    }

    /// Whether the day is off; no follow-up opens on it.
    public func isHoliday(_ day: Day) -> Bool {
        holidays.contains(day)
    }

    /// Working days: Monday to Friday except holidays, and make-up working days.
    public func isWorkingDay(_ day: Day) -> Bool {
        extraWorkingDays.contains(day) || (day.weekday <= 5 && !isHoliday(day))
    }

    /// The day itself, or the next one that is not a holiday.
    func firstDay(notHolidayFrom day: Day) -> Day {
        var day = day
        while isHoliday(day), day < .latest { day = day.adding(days: 1) }
        return day
    }
}
