import Forms
import Testing

@testable import App

@Suite("Weeks as addresses name them")
struct WeekTests {
    @Test("are read and written alike", arguments: ["2026-W48", "2026-W01", "2020-W53", "2027-W52"])
    func roundTrip(_ text: String) { #expect(Week(text)?.description == text) }

    @Test(
        "what is no week is none",
        arguments: ["", "2026-W54", "2026-W00", "2026W48", "2026-w48", "2026-W4", "2026-W4a", "-026-W48", "2026-11-23"])
    func none(_ text: String) { #expect(Week(text) == nil) }

    @Test("go from Monday to Sunday, one after the other, over the turn of a year too")
    func turn() throws {
        let last = try #require(Week("2026-W53"))
        #expect(last.monday == Day("2026-12-28") && last.sunday == Day("2027-01-03"))
        #expect(last.next.description == "2027-W01")
        #expect(last.next.previous == last)
        #expect(Week(of: last.sunday) == last && Week(of: last.monday) == last)
        #expect(Week(of: Day.latest).next.days.contains(Day.latest), "no week ends before it begins")
    }
}
