import Forms
import Rulebooks
import Testing

@Suite("An IT project from completion through its years of service (CAD-1)")
struct ITServiceLifeTests {
    private let service: Rulebook

    init() throws {
        service = try Rulebook.pack("it-service")
    }

    @Test("twelve monthly calls, then one a quarter, counted from the completion itself and clamped to the month's end")
    func wholeLife() throws {
        let life = try ProjectLife([("contract", "2025-11-01"), ("completed", "2026-01-31")])
        #expect(
            try service.lines(for: life, until: "2028-12-31") == [
                "monthly-1m 2026-02-28 2026-03-13",
                "monthly-2m 2026-03-31 2026-04-13",
                "monthly-3m 2026-04-30 2026-05-13",
                "monthly-4m 2026-05-31 2026-06-13",
                "monthly-5m 2026-06-30 2026-07-13",
                "monthly-6m 2026-07-31 2026-08-13",
                "monthly-7m 2026-08-31 2026-09-13",
                "monthly-8m 2026-09-30 2026-10-13",
                "monthly-9m 2026-10-31 2026-11-13",
                "monthly-10m 2026-11-30 2026-12-13",
                "monthly-11m 2026-12-31 2027-01-13",
                "monthly-12m 2027-01-31 2027-02-13",
                "quarterly-15m 2027-04-30 2027-05-13",
                "quarterly-18m 2027-07-31 2027-08-13",
                "quarterly-21m 2027-10-31 2027-11-13",
                "quarterly-24m 2028-01-31 2028-02-13",
                "quarterly-27m 2028-04-30 2028-05-13",
                "quarterly-30m 2028-07-31 2028-08-13",
                "quarterly-33m 2028-10-31 2028-11-13",
            ])
    }

    @Test("calls that would open on a holiday open after it and keep their length")
    func holidays() throws {
        let life = try ProjectLife([("completed", "2026-01-01")])
        #expect(
            try service.lines(for: life, until: "2027-12-31") == [
                "monthly-1m 2026-02-01 2026-02-14",
                "monthly-2m 2026-03-01 2026-03-14",
                "monthly-3m 2026-04-01 2026-04-14",
                "monthly-4m 2026-05-06 2026-05-19",
                "monthly-5m 2026-06-01 2026-06-14",
                "monthly-6m 2026-07-01 2026-07-14",
                "monthly-7m 2026-08-01 2026-08-14",
                "monthly-8m 2026-09-01 2026-09-14",
                "monthly-9m 2026-10-08 2026-10-21",
                "monthly-10m 2026-11-01 2026-11-14",
                "monthly-11m 2026-12-01 2026-12-14",
                "monthly-12m 2027-01-02 2027-01-15",
                "quarterly-15m 2027-04-01 2027-04-14",
                "quarterly-18m 2027-07-01 2027-07-14",
                "quarterly-21m 2027-10-04 2027-10-17",
            ])
    }

    @Test("the quarterly calls have no end")
    func endless() throws {
        let life = try ProjectLife([("completed", "2026-01-31")])
        #expect(try service.lines(for: life, until: "2046-03-01").last == "quarterly-240m 2046-01-31 2046-02-13")
    }

    @Test("nothing is owed before the project is completed")
    func beforeCompletion() throws {
        #expect(try service.lines(for: ProjectLife([("contract", "2026-01-05"), ("started", "2026-02-02")])).isEmpty)
    }

    @Test("every stage is called by phone")
    func facts() throws {
        #expect(service.stages.map(\.id) == ["monthly", "quarterly", "issue-solved"])
        #expect(service.cadence.map(\.channel) == [.phone, .phone, .phone])
        #expect(service.target == 90)
        #expect(try service.warrantyEnd(for: ProjectLife([("completed", "2026-02-28")])) == day("2027-02-28"))
    }
}
