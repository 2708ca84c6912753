import Forms
import Rulebooks
import Testing

@Suite("A cement customer through a year of supply (CAD-1)")
struct CementLifeTests {
    private let cement: Rulebook

    init() throws {
        cement = try Rulebook.pack("cement")
    }

    /// The windows of one stage for a contract signed on a 31 January, peak season, holidays and short months included.
    private func lines(_ stage: String) throws -> [String] {
        let life = try ProjectLife([("contract", "2026-01-31")])
        return cement.plan(for: life, until: try day("2027-02-28"), calendar: .standard)
            .filter { $0.stage == stage }.lines
    }

    @Test("calls are owed every week in the season and every 15 days outside, counted from the contract")
    func calls() throws {
        #expect(
            try lines("call") == [
                "call-15d 2026-02-24 2026-03-09",
                "call-35d 2026-03-07 2026-03-20",
                "call-42d 2026-03-14 2026-03-27",
                "call-49d 2026-03-21 2026-04-03",
                "call-56d 2026-03-28 2026-04-10",
                "call-63d 2026-04-07 2026-04-20",
                "call-70d 2026-04-11 2026-04-24",
                "call-77d 2026-04-18 2026-05-01",
                "call-84d 2026-04-25 2026-05-08",
                "call-91d 2026-05-06 2026-05-19",
                "call-98d 2026-05-09 2026-05-22",
                "call-105d 2026-05-16 2026-05-29",
                "call-112d 2026-05-23 2026-06-05",
                "call-119d 2026-05-30 2026-06-12",
                "call-126d 2026-06-06 2026-06-19",
                "call-133d 2026-06-13 2026-06-26",
                "call-140d 2026-06-22 2026-07-05",
                "call-147d 2026-06-27 2026-07-10",
                "call-165d 2026-07-15 2026-07-28",
                "call-180d 2026-07-30 2026-08-12",
                "call-195d 2026-08-14 2026-08-27",
                "call-210d 2026-08-29 2026-09-11",
                "call-217d 2026-09-05 2026-09-18",
                "call-224d 2026-09-12 2026-09-25",
                "call-231d 2026-09-19 2026-10-02",
                "call-238d 2026-09-28 2026-10-11",
                "call-245d 2026-10-08 2026-10-21",
                "call-252d 2026-10-10 2026-10-23",
                "call-259d 2026-10-17 2026-10-30",
                "call-266d 2026-10-24 2026-11-06",
                "call-273d 2026-10-31 2026-11-13",
                "call-280d 2026-11-07 2026-11-20",
                "call-287d 2026-11-14 2026-11-27",
                "call-294d 2026-11-21 2026-12-04",
                "call-301d 2026-11-28 2026-12-11",
                "call-315d 2026-12-12 2026-12-25",
                "call-330d 2026-12-27 2027-01-09",
                "call-345d 2027-01-11 2027-01-24",
                "call-360d 2027-01-26 2027-02-08",
                "call-375d 2027-02-10 2027-02-23",
                "call-390d 2027-02-25 2027-03-10",
            ])
    }

    @Test("visits are owed every 15 days in the season and every month outside, clamped to the month's end")
    func visits() throws {
        #expect(
            try lines("visit") == [
                "visit-1m 2026-02-28 2026-03-13",
                "visit-30d 2026-03-02 2026-03-15",
                "visit-45d 2026-03-17 2026-03-30",
                "visit-60d 2026-04-01 2026-04-14",
                "visit-75d 2026-04-16 2026-04-29",
                "visit-90d 2026-05-06 2026-05-19",
                "visit-105d 2026-05-16 2026-05-29",
                "visit-120d 2026-05-31 2026-06-13",
                "visit-135d 2026-06-15 2026-06-28",
                "visit-150d 2026-06-30 2026-07-13",
                "visit-6m 2026-07-31 2026-08-13",
                "visit-7m 2026-08-31 2026-09-13",
                "visit-225d 2026-09-13 2026-09-26",
                "visit-240d 2026-09-28 2026-10-11",
                "visit-255d 2026-10-13 2026-10-26",
                "visit-270d 2026-10-28 2026-11-10",
                "visit-285d 2026-11-12 2026-11-25",
                "visit-300d 2026-11-27 2026-12-10",
                "visit-11m 2026-12-31 2027-01-13",
                "visit-12m 2027-01-31 2027-02-13",
                "visit-13m 2027-02-28 2027-03-13",
            ])
    }

    @Test("nothing is owed before the contract is signed, whatever else is known")
    func withoutContract() throws {
        #expect(try cement.lines(for: ProjectLife([("purchased", "2026-03-02"), ("completed", "2026-03-02")])).isEmpty)
    }

    @Test("other months of the season in the rulebook make another plan")
    func otherSeason() throws {
        let yaml = cement.yaml.replacing("peak-months: [3, 4, 5, 6, 9, 10, 11]", with: "peak-months: [7]")
        let life = try ProjectLife([("contract", "2026-06-15")])
        #expect(
            try Rulebook(yaml: yaml).lines(for: life, until: "2026-08-20") == [
                "call-15d 2026-06-30 2026-07-13",
                "call-21d 2026-07-06 2026-07-19",
                "call-28d 2026-07-13 2026-07-26",
                "visit-30d 2026-07-15 2026-07-28",
                "call-35d 2026-07-20 2026-08-02",
                "call-42d 2026-07-27 2026-08-09",
                "visit-45d 2026-07-30 2026-08-12",
                "call-60d 2026-08-14 2026-08-27",
                "visit-2m 2026-08-15 2026-08-28",
            ])
    }

    @Test("the season is March to June and September to November; calls are by phone, visits on site")
    func facts() throws {
        #expect(cement.peakMonths == [3, 4, 5, 6, 9, 10, 11])
        #expect(cement.stages.map(\.id) == ["call", "visit", "issue-solved"])
        #expect(cement.cadence.map(\.channel) == [.phone, .visit, .phone])
        #expect(cement.target == 90)
        let bought = try ProjectLife([("purchased", "2026-11-30")])
        #expect(try cement.warrantyEnd(for: bought) == day("2027-02-28"))
    }
}
