import Forms
import Foundation
import Randomness
import Testing

@Suite("A day of the calendar")
struct DayTests {
    @Test("every seventeenth day from the year 1 to 9999 is written and read back as itself")
    func roundTrip() {
        let days = stride(from: 0, to: Day.latest - .earliest, by: 17).map { Day.earliest.adding(days: $0) }
        #expect(days.filter { Day($0.description) != $0 } == [])
    }

    @Test("days follow one another through four hundred years, month by month")
    func sequence() {
        let days = (0..<146_097).map { Sample.day(1896, 12, 31).adding(days: $0) }
        let outOfOrder = zip(days, days.dropFirst()).filter { day, next in
            let isNext = next.day == day.day + 1 && next.month == day.month
            let isFirst = next.day == 1 && next.month == day.month % 12 + 1
            return !(isNext || isFirst) || next.weekday != day.weekday % 7 + 1
        }
        #expect(outOfOrder.isEmpty)
    }

    @Test(
        "a day that no calendar has is refused",
        arguments: [
            (2026, 2, 29), (2026, 2, 31), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (0, 1, 1),
            (10_000, 1, 1), (.max, .max, .max), (.min, .min, .min),
        ] as [(Int, Int, Int)])
    func absent(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("leap days are where the Gregorian calendar has them", arguments: [2000, 2024, 2400, 4])
    func leap(year: Int) {
        #expect(Day(year: year, month: 2, day: 29) != nil)
    }

    @Test(
        "only the strict spelling is read from storage",
        arguments: [
            "2026-1-2", "2026-01-2 ", "+026-01-02", "2026/01/02", "20260102", "2026-02-30", "", "２０２６-01-02",
            "0000-01-01",
        ])
    func strict(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("known days have their weekday", arguments: [("2026-11-22", 7), ("2026-11-23", 1), ("2000-02-29", 2)])
    func weekday(text: String, weekday: Int) throws {
        #expect(try #require(Day(text)).weekday == weekday)
    }

    @Test(
        "months are added from the day and stop at the month's end",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-11-22", 24, "2028-11-22"), ("2024-02-29", 12, "2025-02-28"), ("2026-01-15", -1, "2025-12-15"),
            ("2026-12-31", 0, "2026-12-31"), ("0001-01-31", 1, "0001-02-28"),
        ])
    func addingMonths(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test(
        "adding more than the calendar holds ends at its ends",
        arguments: [Int.max, Int.max - 1, 1_000_000_000, 4_000_000])
    func overflow(amount: Int) {
        for day in [Day.earliest, Sample.today, .latest] {
            #expect(day.adding(days: amount) == .latest)
            #expect(day.adding(days: -amount) == .earliest)
            #expect(day.adding(months: amount) == .latest)
            #expect(day.adding(months: -amount) == .earliest)
        }
        #expect(Sample.today.adding(days: .min) == .earliest)
        #expect(Sample.today.adding(months: .min) == .earliest)
    }

    @Test("the difference of two days is what must be added")
    func difference() {
        var random = RandomSource(seed: 1)
        for _ in 0..<1_000 {
            let days = random.below(200_000) - 100_000
            #expect(Sample.today.adding(days: days) - Sample.today == days)
        }
    }

    @Test("a day is stored as its text in JSON, and junk is refused")
    func json() throws {
        let stored = try JSONEncoder().encode([Sample.today])
        #expect(String(decoding: stored, as: UTF8.self) == #"["2026-11-22"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: stored) == [Sample.today])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2026-2-30"]"#.utf8)) }
    }

    @Test("a range of years goes from new year's day to the last of December")
    func years() {
        let years = ClosedRange<Day>.years(2000...2099)
        #expect(years == Sample.day(2000, 1, 1)...Sample.day(2099, 12, 31))
        #expect(ClosedRange<Day>.years(-5...Int.max) == Day.earliest...Day.latest)
    }
}
