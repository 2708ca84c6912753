import Forms
import Rulebooks
import Testing

@Suite("A vehicle terminal from purchase through its years (CAD-1)")
struct TerminalLifeTests {
    private let terminal: Rulebook

    init() throws {
        terminal = try Rulebook.pack("terminal")
    }

    @Test("every window of a whole life, holidays and repairs included, is the one the table names")
    func wholeLife() throws {
        let life = try ProjectLife(
            [("purchased", "2026-01-20"), ("completed", "2026-01-31")],
            events: [
                ProjectEvent(name: .closed, day: try day("2026-02-12"), id: "w1"),
                ProjectEvent(name: .closed, day: try day("2026-09-30"), id: "w2"),
                ProjectEvent(name: .closed, day: try day("2027-06-01"), id: "w3"),
            ])
        #expect(
            try terminal.lines(for: life, until: "2030-06-30") == [
                "after-installation 2026-02-03 2026-02-16",
                "after-service-w1 2026-02-24 2026-03-09",
                "after-service-w2 2026-10-08 2026-10-21",
                "yearly-12m 2027-01-31 2027-02-13",
                "after-service-w3 2027-06-04 2027-06-17",
                "yearly-24m 2028-01-31 2028-02-13",
                "yearly-36m 2029-01-31 2029-02-13",
                "yearly-48m 2030-01-31 2030-02-13",
            ])
    }

    @Test("a terminal that was only purchased counts from there, a leap day clamped in other years")
    func purchasedOnly() throws {
        let life = try ProjectLife([("purchased", "2024-02-29")])
        #expect(
            try terminal.lines(for: life, until: "2028-12-31") == [
                "after-installation 2024-03-03 2024-03-16",
                "yearly-12m 2025-02-28 2025-03-13",
                "yearly-24m 2026-02-28 2026-03-13",
                "yearly-36m 2027-02-28 2027-03-13",
                "yearly-48m 2028-02-29 2028-03-13",
            ])
    }

    @Test("a yearly call whose day is a holiday opens after it and keeps its length")
    func holiday() throws {
        let life = try ProjectLife([("completed", "2025-02-17")])
        let yearly = try terminal.lines(for: life, until: "2027-03-31").filter { $0.hasPrefix("yearly") }
        #expect(yearly == ["yearly-12m 2026-02-24 2026-03-09", "yearly-24m 2027-02-17 2027-03-02"])
    }

    @Test("a call after an installation and one after a repair are of one stage, by phone")
    func facts() throws {
        #expect(terminal.stages.map(\.id) == ["after-service", "yearly", "issue-solved"])
        #expect(terminal.cadence.map(\.key) == ["after-installation", "after-service", "yearly", "issue-solved"])
        #expect(terminal.cadence.map(\.stage) == ["after-service", "after-service", "yearly", "issue-solved"])
        #expect(terminal.cadence.allSatisfy { $0.channel == .phone })
        #expect(terminal.target == 90)
        #expect(try terminal.warrantyEnd(for: ProjectLife([("purchased", "2026-01-20")])) == day("2027-01-20"))
    }
}
