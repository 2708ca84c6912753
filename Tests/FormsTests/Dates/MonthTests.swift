import Testing

@testable import Forms

@Suite("A month of the calendar")
struct MonthTests {
    @Test("has all its days, in leap years too")
    func days() throws {
        let february = try #require(Month("2028-02"))
        #expect(february.days == Day("2028-02-01")!...Day("2028-02-29")!)
        #expect(february.previous.description == "2028-01" && february.next.description == "2028-03")
    }

    @Test("follows the one before it over the turn of a year, and stops at the ends of the calendar")
    func neighbours() throws {
        #expect(Month("2026-12")?.next.description == "2027-01")
        #expect(Month(of: .latest).next == Month(of: .latest))
        #expect(Month(of: .earliest).previous == Month(of: .earliest))
    }

    @Test("is nothing else", arguments: ["", "2026", "2026-13", "2026-00", "2026-1", "2026-011", "26-11-1", "２０２６-11"])
    func wrong(_ text: String) { #expect(Month(text) == nil) }
}
