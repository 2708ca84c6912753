import Forms
import Foundation
import Testing

@Suite("The week of a day")
struct DayWeekTests {
    @Test(
        "days around new year belong to the week of their Thursday",
        arguments: [
            ("2026-01-01", 2026, 1), ("2025-12-29", 2026, 1), ("2025-12-28", 2025, 52), ("2027-01-03", 2026, 53),
            ("2027-01-04", 2027, 1), ("2021-01-03", 2020, 53), ("2024-12-30", 2025, 1), ("2023-01-01", 2022, 52),
            ("2026-11-22", 2026, 47), ("0001-01-01", 1, 1), ("9999-12-31", 9999, 52),
        ])
    func isoWeek(text: String, year: Int, week: Int) throws {
        let found = try #require(Day(text)).isoWeek
        #expect(found == (year, week))
    }

    @Test("weeks agree with the system's ISO calendar on every day of forty years")
    func agreesWithSystem() throws {
        var calendar = Calendar(identifier: .iso8601)
        let zone = try #require(TimeZone(identifier: "UTC"))
        calendar.timeZone = zone
        var day = Sample.day(1995, 1, 1)
        while day < Sample.day(2035, 1, 1) {
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: day.start(in: zone))
            #expect(day.isoWeek.year == parts.yearForWeekOfYear && day.isoWeek.week == parts.weekOfYear)
            day = day.adding(days: 1)
        }
    }

    @Test("the Monday of a week is found again", arguments: [(2026, 47), (2026, 53), (2025, 1), (1, 1)])
    func monday(year: Int, week: Int) throws {
        let monday = try #require(Day.monday(ofISOWeek: week, in: year))
        #expect(monday.weekday == 1)
        #expect(monday.isoWeek == (year, week))
    }

    @Test(
        "weeks that a year has not are refused",
        arguments: [(2025, 53), (2026, 54), (2026, 0), (2026, -1), (0, 1), (.max, .max)])
    func absentWeek(year: Int, week: Int) {
        #expect(Day.monday(ofISOWeek: week, in: year) == nil)
    }
}
