import Forms
import Foundation
import Testing

@testable import Rulebooks

@Suite("Which time counts towards a deadline (ISS-3)")
struct CountedTimeTests {
    private let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

    private func at(_ text: String) throws -> Date {
        try #require(LocalDateTime(text)).date(in: zone)
    }

    private func time(working: Bool, pauses: [Range<Date>] = []) throws -> CountedTime {
        let hours = try Rulebook(yaml: IssueRulesTests.yaml).issues.limits.workingHours
        return CountedTime(
            working: working ? WorkingDays(.standard, hours: hours ?? []) : nil, pauses: pauses, zone: zone)
    }

    @Test("of the wall clock every hour does, nights and holidays included")
    func wall() throws {
        let time = try time(working: false)
        #expect(time.moment(4 * 3_600, after: try at("2026-10-03T22:00")) == (try at("2026-10-04T02:00")))
        #expect(time.endOfDay(at: try at("2026-10-03T23:59")) == (try at("2026-10-04T00:00")))
    }

    @Test("of working hours those of the day's parts, and the evening goes on the next morning")
    func working() throws {
        let time = try time(working: true)
        // 11:00–12:00 and 13:30–14:30 of a Tuesday.
        #expect(time.moment(2 * 3_600, after: try at("2026-11-24T11:00")) == (try at("2026-11-24T14:30")))
        #expect(time.moment(2 * 3_600, after: try at("2026-11-24T17:00")) == (try at("2026-11-25T10:00")))
        #expect(time.seconds(from: try at("2026-11-24T11:00"), to: try at("2026-11-25T10:00")) == 6.5 * 3_600)
    }

    @Test("of working hours no holiday, but the Saturday that is worked instead of one")
    func holidays() throws {
        let time = try time(working: true)
        // The National Day holiday lasts until the 7th; Saturday the 10th is worked, Sunday the 11th is not.
        #expect(time.moment(3_600, after: try at("2026-09-30T18:00")) == (try at("2026-10-08T10:00")))
        #expect(time.moment(3_600, after: try at("2026-10-09T18:00")) == (try at("2026-10-10T10:00")))
        #expect(time.moment(3_600, after: try at("2026-10-10T18:00")) == (try at("2026-10-12T10:00")))
    }

    @Test("passing on within the day means the next working day for what comes after work")
    func sameDay() throws {
        let time = try time(working: true)
        #expect(time.endOfDay(at: try at("2026-11-24T08:00")) == (try at("2026-11-24T18:00")))
        #expect(time.endOfDay(at: try at("2026-11-24T18:00")) == (try at("2026-11-25T18:00")))
        #expect(time.endOfDay(at: try at("2026-11-28T10:00")) == (try at("2026-11-30T18:00")))
    }

    @Test("leaves out what was paused, and ends at no time while a pause goes on")
    func pauses() throws {
        let pause = try at("2026-11-24T12:00")..<at("2026-11-24T15:00")
        let start = try at("2026-11-24T11:00")
        #expect(try time(working: false, pauses: [pause]).moment(2 * 3_600, after: start) == at("2026-11-24T16:00"))
        #expect(try time(working: true, pauses: [pause]).moment(2 * 3_600, after: start) == at("2026-11-24T16:00"))
        let open = try at("2026-11-24T12:00")..<Date.distantFuture
        #expect(try time(working: false, pauses: [open]).moment(2 * 3_600, after: start) == nil)
        #expect(try time(working: true, pauses: [open]).moment(2 * 3_600, after: start) == nil)
        #expect(try time(working: true, pauses: [open]).moment(3_600, after: start) == at("2026-11-24T12:00"))
    }

    @Test("summer time neither gives nor takes an hour")
    func summerTime() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let time = CountedTime(working: nil, pauses: [], zone: berlin)
        let evening = try #require(LocalDateTime("2026-03-28T20:00")).date(in: berlin)
        let due = try #require(time.moment(24 * 3_600, after: evening))
        #expect(LocalDateTime(due, in: berlin).description == "2026-03-29T21:00")
    }
}
