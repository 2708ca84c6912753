import Forms
import Rulebooks
import Testing

@Suite("A purchase, three days, three weeks and three months after it (CAD-1)")
struct RetailLifeTests {
    private let retail: Rulebook

    init() throws {
        retail = try Rulebook.pack("retail-333")
    }

    @Test(
        "each window opens on its day, or after the holidays that lie on it, for three days",
        arguments: [
            // Three weeks later is the Dragon Boat Festival.
            (
                "2026-05-29",
                [
                    "three-days 2026-06-01 2026-06-03", "three-weeks 2026-06-22 2026-06-24",
                    "three-months 2026-08-29 2026-08-31",
                ]
            ),
            // Three months after the end of November is the end of February.
            (
                "2026-11-30",
                [
                    "three-days 2026-12-03 2026-12-05", "three-weeks 2026-12-21 2026-12-23",
                    "three-months 2027-02-28 2027-03-02",
                ]
            ),
            // Three days later the National Day holidays begin.
            (
                "2026-09-28",
                [
                    "three-days 2026-10-08 2026-10-10", "three-weeks 2026-10-19 2026-10-21",
                    "three-months 2026-12-28 2026-12-30",
                ]
            ),
        ])
    func windows(purchased: String, expected: [String]) throws {
        #expect(try retail.lines(for: ProjectLife([("purchased", purchased)])) == expected)
        let more = [("deposit", "2026-04-01"), ("completed", "2026-06-05"), ("purchased", purchased)]
        #expect(try retail.lines(for: ProjectLife(more)) == expected)
    }

    @Test("the stages are those of the table, each called by phone with its own questions")
    func stages() throws {
        let expected = ["three-days", "three-weeks", "three-months"]
        #expect(retail.stages.map(\.id) == expected + ["issue-solved"])
        let life = try ProjectLife([("purchased", "2026-05-29")])
        let plan = retail.plan(for: life, until: try day("2031-12-31"), calendar: .standard)
        #expect(plan.map(\.stage) == expected)
        #expect(plan.allSatisfy { $0.channel == .phone && $0.questionnaire == $0.stage })
    }

    @Test("nothing is owed before the purchase, and the warranty lasts a year from it")
    func purchase() throws {
        #expect(try retail.lines(for: ProjectLife([("deposit", "2026-04-01")])).isEmpty)
        #expect(try retail.lines(for: ProjectLife([("planned-purchased", "2026-05-29")])).isEmpty)
        let life = try ProjectLife([("purchased", "2028-02-29")])
        #expect(try retail.warrantyEnd(for: life) == day("2029-02-28"))
    }
}
