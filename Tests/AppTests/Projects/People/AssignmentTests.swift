import Forms
import Testing

@testable import App

@Suite("Who was in charge (ARC-2)")
struct AssignmentTests {
    private func assignment(_ id: Int, _ duty: Duty, _ since: String, _ until: String?) throws -> Assignment {
        let term = Assignment.Term(
            duty: duty, memberID: ID(id), since: try CustomersCompany.day(since), until: until.flatMap(Day.init))
        return Assignment(id: ID(id), projectID: 1, term: term, memberName: "人\(id)", version: 1)
    }

    @Test(
        "the person of that day counts, not today's",
        arguments: [
            ("2026-02-28", nil), ("2026-03-01", 1), ("2026-03-31", 1), ("2026-04-01", nil), ("2026-04-02", 2),
            ("2036-01-01", 2),
        ])
    func inCharge(day: String, expected: Int?) throws {
        let people = try [
            assignment(2, .designer, "2026-04-02", nil), assignment(1, .designer, "2026-03-01", "2026-03-31"),
            assignment(3, .foreman, "2026-01-01", nil),
        ]
        let date = try CustomersCompany.day(day)
        #expect(people.first { $0.term.duty == .designer && $0.term.covers(date) }?.id.number == expected)
    }

    @Test("two terms overlap when they share a day of one duty")
    func overlaps() throws {
        let march = try assignment(1, .designer, "2026-03-01", "2026-03-31").term
        let apart = try [
            assignment(2, .designer, "2026-04-01", nil), assignment(2, .designer, "2026-02-01", "2026-02-28"),
            assignment(2, .foreman, "2026-03-01", nil),
        ]
        let touching = try [
            assignment(2, .designer, "2026-03-31", nil), assignment(2, .designer, "2026-01-01", "2026-03-01"),
            assignment(2, .designer, "2026-01-01", nil), assignment(2, .designer, "2026-03-10", "2026-03-10"),
        ]
        #expect(apart.allSatisfy { !$0.term.overlaps(march) && !march.overlaps($0.term) })
        #expect(touching.allSatisfy { $0.term.overlaps(march) && march.overlaps($0.term) })
    }
}
