import Forms
import Rulebooks
import Testing

@Suite("An owner from contract to living there (CAD-1)")
struct PropertyLifeTests {
    private let property: Rulebook

    init() throws {
        property = try Rulebook.pack("property")
    }

    private func event(_ name: ProjectEvent.Name, _ date: String, _ id: String) throws -> ProjectEvent {
        ProjectEvent(name: name, day: try day(date), id: id)
    }

    @Test("every window of a whole life, holidays included, is the one the table names")
    func wholeLife() throws {
        let life = try ProjectLife(
            [("contract", "2024-02-29"), ("purchased", "2024-05-01"), ("completed", "2025-10-01")],
            events: [
                event(.complaintSolved, "2026-04-01", "i1"),
                event(.solved, "2026-06-10", "i2"),
                event(.suggestionSolved, "2026-07-01", "i3"),
                event(.repairSolved, "2026-09-22", "i4"),
                event(.closed, "2026-10-05", "w1"),
            ])
        #expect(
            try property.lines(for: life, until: "2029-12-31") == [
                "complaint-i1 2026-04-07 2026-04-20",
                "complaint-i2 2026-06-13 2026-06-26",
                "suggestion-i3 2026-07-04 2026-07-17",
                "repair-i4 2026-09-28 2026-10-11",
                "repair-w1 2026-10-08 2026-10-21",
                "survey-12m 2026-10-08 2026-10-21",
                "survey-24m 2027-10-04 2027-10-17",
                "survey-36m 2028-10-04 2028-10-17",
                "survey-48m 2029-10-04 2029-10-17",
            ])
    }

    @Test("the survey counts from the contract until there is a purchase, and from that until the home is handed over")
    func anchors() throws {
        var known = [("contract", "2024-02-29")]
        #expect(
            try property.lines(for: ProjectLife(known), until: "2028-12-31") == [
                "survey-12m 2025-02-28 2025-03-13",
                "survey-24m 2026-02-28 2026-03-13",
                "survey-36m 2027-02-28 2027-03-13",
                "survey-48m 2028-02-29 2028-03-13",
            ])
        known.append(("purchased", "2024-05-01"))
        #expect(
            try property.lines(for: ProjectLife(known), until: "2027-12-31") == [
                "survey-12m 2025-05-03 2025-05-16",
                "survey-24m 2026-05-06 2026-05-19",
                "survey-36m 2027-05-03 2027-05-16",
            ])
        known.append(("completed", "2025-08-31"))
        #expect(
            try property.lines(for: ProjectLife(known), until: "2027-12-31") == [
                "survey-12m 2026-08-31 2026-09-13",
                "survey-24m 2027-08-31 2027-09-13",
            ])
    }

    @Test("one issue that is reported solved under both names owes one follow-up, from the first report")
    func reportedTwice() throws {
        let life = try ProjectLife(
            [], events: [event(.solved, "2026-03-11", "i1"), event(.complaintSolved, "2026-03-09", "i1")])
        #expect(try property.lines(for: life) == ["complaint-i1 2026-03-12 2026-03-25"])
    }

    @Test("a survey goes by letter, a complaint is answered in person, the rest by phone")
    func facts() throws {
        #expect(property.stages.map(\.id) == ["survey", "complaint", "suggestion", "repair"])
        #expect(property.cadence.map(\.key) == ["survey", "complaint", "suggestion", "repair"])
        #expect(property.cadence.map(\.channel) == [.letter, .visit, .phone, .phone])
        #expect(property.target == 95)
        #expect(property.warranty.months == 24)
    }
}
