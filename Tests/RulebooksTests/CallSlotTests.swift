import Forms
import Foundation
import Rulebooks
import Testing

@Suite("Call hours and the weekly deadline")
struct CallSlotTests {
    private let zone: TimeZone
    private let decoration: Rulebook

    init() throws {
        zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        decoration = try Rulebook.pack("decoration")
    }

    private func moment(_ text: String) throws -> Date {
        try #require(LocalDateTime(text)).date(in: zone)
    }

    @Test(
        "the next call hours are today's, or those of the next working day",
        arguments: [
            ("2026-11-23T08:00", "2026-11-23 10:00"),
            ("2026-11-23T10:30", "2026-11-23 10:00"),
            ("2026-11-23T11:30", "2026-11-23 15:00"),
            ("2026-11-23T17:29", "2026-11-23 15:00"),
            ("2026-11-23T17:30", "2026-11-24 10:00"),
            ("2026-11-22T20:00", "2026-11-23 10:00"),
            ("2026-11-20T18:00", "2026-11-23 10:00"),
            ("2026-09-30T18:00", "2026-10-08 10:00"),
            ("2026-02-13T18:00", "2026-02-14 10:00"),
            ("2026-02-14T18:00", "2026-02-24 10:00"),
        ])
    func nextSlot(now: String, expected: String) throws {
        let slot = try #require(
            WorkCalendar.standard.nextCallSlot(after: moment(now), hours: decoration.callHours, in: zone))
        #expect("\(slot.day) \(slot.hours.from)" == expected)
    }

    @Test("a moment is in its slot from the first minute until before the last")
    func contains() throws {
        let slot = try #require(
            WorkCalendar.standard.nextCallSlot(
                after: moment("2026-11-23T08:00"), hours: decoration.callHours, in: zone))
        #expect(try !slot.contains(moment("2026-11-23T09:59"), in: zone))
        #expect(try slot.contains(moment("2026-11-23T10:00"), in: zone))
        #expect(try slot.contains(moment("2026-11-23T11:29"), in: zone))
        #expect(try !slot.contains(moment("2026-11-23T11:30"), in: zone))
        #expect(try !slot.contains(moment("2026-11-24T10:30"), in: zone))
    }

    @Test("without call hours there is no slot")
    func noHours() throws {
        #expect(try WorkCalendar.standard.nextCallSlot(after: moment("2026-11-23T08:00"), hours: [], in: zone) == nil)
    }

    @Test(
        "sheets are filed on the next Sunday at 17:00, never now (ACC-3)",
        arguments: [
            ("2026-11-22T16:59", "2026-11-22T17:00"),
            ("2026-11-22T17:00", "2026-11-29T17:00"),
            ("2026-11-23T09:00", "2026-11-29T17:00"),
            ("2026-12-27T18:00", "2027-01-03T17:00"),
        ])
    func filing(now: String, expected: String) throws {
        #expect(try decoration.filingDeadline(after: moment(now), in: zone) == moment(expected))
    }
}
