import Forms
import Foundation
import Randomness
import Testing

@Suite("Days and times in a zone")
struct ZoneTests {
    private func zone(_ name: String) throws -> TimeZone {
        try #require(TimeZone(identifier: name))
    }

    private func instant(_ text: String) throws -> Date {
        try Date(text, strategy: .iso8601)
    }

    @Test(
        "a day begins at midnight in Shanghai, an hour earlier in the summers of 1986 to 1991",
        arguments: [
            ("2026-11-22", "2026-11-21T16:00:00Z"), ("1986-05-03", "1986-05-02T16:00:00Z"),
            ("1986-05-05", "1986-05-04T15:00:00Z"), ("1988-07-01", "1988-06-30T15:00:00Z"),
            ("1988-09-12", "1988-09-11T16:00:00Z"), ("1991-09-01", "1991-08-31T15:00:00Z"),
            ("1991-09-16", "1991-09-15T16:00:00Z"), ("1992-07-01", "1992-06-30T16:00:00Z"),
        ])
    func shanghai(day: String, start: String) throws {
        let shanghai = try zone("Asia/Shanghai")
        #expect(try #require(Day(day)).start(in: shanghai) == instant(start))
    }

    @Test(
        "each day begins where the day before ends, whatever the clocks do",
        arguments: [
            "Asia/Shanghai", "America/Sao_Paulo", "Asia/Beirut", "Europe/Berlin", "Australia/Lord_Howe",
            "Asia/Kathmandu",
        ])
    func boundaries(name: String) throws {
        let zone = try zone(name)
        var day = Sample.day(1985, 1, 1)
        while day < Sample.day(2020, 1, 1) {
            let start = day.start(in: zone)
            #expect(Day(start, in: zone) == day)
            #expect(Day(start.addingTimeInterval(-1), in: zone) == day.adding(days: -1))
            day = day.adding(days: 1)
        }
    }

    @Test("the start of a day agrees with the system's calendar in Shanghai")
    func agreesWithSystem() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try zone("Asia/Shanghai")
        var day = Sample.day(1985, 12, 1)
        while day < Sample.day(1992, 2, 1) {
            let start = day.start(in: calendar.timeZone)
            let parts = calendar.dateComponents([.year, .month, .day, .hour], from: start)
            #expect(parts == DateComponents(year: day.year, month: day.month, day: day.day, hour: 0))
            day = day.adding(days: 1)
        }
    }

    @Test(
        "a time that summer time skips is moved on, a time that comes twice is the first",
        arguments: [
            ("2026-03-29T02:30", "2026-03-29T01:30:00Z"), ("2026-10-25T02:30", "2026-10-25T00:30:00Z"),
            ("2026-07-01T12:00", "2026-07-01T10:00:00Z"),
        ])
    func summerTime(text: String, expected: String) throws {
        let berlin = try zone("Europe/Berlin")
        #expect(try #require(LocalDateTime(text)).date(in: berlin) == instant(expected))
    }

    @Test("a date and time is found again from its instant")
    func roundTrip() throws {
        let shanghai = try zone("Asia/Shanghai")
        var random = RandomSource(seed: 2)
        for _ in 0..<2_000 {
            let day = Sample.day(1992, 1, 1).adding(days: random.below(20_000))
            let moment = LocalDateTime(day: day, time: try #require(TimeOfDay(minutes: random.below(1440))))
            #expect(LocalDateTime(moment.date(in: shanghai), in: shanghai) == moment)
        }
    }

    @Test(
        "absurd instants end at the ends of the calendar",
        arguments: [
            (Double.infinity, Day.latest), (-.infinity, .earliest), (1e300, .latest), (-1e300, .earliest),
            (1e12, .latest),
        ])
    func absurd(seconds: Double, day: Day) throws {
        let shanghai = try zone("Asia/Shanghai")
        let date = Date(timeIntervalSince1970: seconds)
        #expect(Day(date, in: shanghai) == day)
        #expect(LocalDateTime(date, in: shanghai).day == day)
        #expect(Day(Date(timeIntervalSince1970: .nan), in: shanghai) == Sample.day(1970, 1, 1))
    }

    @Test(
        "the ends of the calendar have a start everywhere", arguments: ["Asia/Shanghai", "America/Los_Angeles", "UTC"])
    func ends(name: String) throws {
        let zone = try zone(name)
        #expect(Day.earliest.start(in: zone) < Day.latest.start(in: zone))
    }
}
