import Forms
import Rulebooks
import Testing

@Suite("A home decoration project from start to warranty (CAD-1)")
struct HomeDecorLifeTests {
    private let homeDecor: Rulebook

    /// A life in which two windows would open on a holiday, and the final payment comes last.
    private let days = [
        ("contract", "2026-03-10"), ("started", "2026-03-25"), ("mid-payment", "2026-05-02"),
        ("completed", "2026-06-30"), ("warranty-procedure", "2026-07-02"), ("final-payment", "2026-07-03"),
    ]

    private let windows = [
        "initial 2026-04-07 2026-04-10",
        "mid 2026-05-06 2026-05-09",
        "completion 2026-07-03 2026-07-13",
        "warranty-3m 2026-09-30 2026-10-13",
        "warranty-6m 2026-12-30 2027-01-12",
        "warranty-9m 2027-03-30 2027-04-12",
        "warranty-12m 2027-06-30 2027-07-13",
        "warranty-18m 2027-12-30 2028-01-12",
        "warranty-24m 2028-06-30 2028-07-13",
        "warranty-36m 2029-06-30 2029-07-13",
        "warranty-48m 2030-06-30 2030-07-13",
        "warranty-60m 2031-06-30 2031-07-13",
    ]

    init() throws {
        homeDecor = try Rulebook.pack("home-decor")
    }

    @Test("every window of a whole life is the one the table names, whatever was entered first")
    func wholeLife() throws {
        #expect(try homeDecor.lines(for: ProjectLife(days)) == windows)
        #expect(try homeDecor.lines(for: ProjectLife(days.reversed())) == windows)
    }

    @Test("without a holiday the first two windows open on their own day")
    func plain() throws {
        let life = try ProjectLife([("started", "2026-03-02"), ("mid-payment", "2026-04-20")])
        #expect(
            try homeDecor.lines(for: life) == ["initial 2026-03-12 2026-03-15", "mid 2026-04-20 2026-04-23"])
    }

    @Test("the stages are those of the table, each called by phone with its own questions (FUP-2)")
    func stages() throws {
        #expect(homeDecor.stages.map(\.id) == ["initial", "mid", "completion", "warranty", "issue-solved"])
        let plan = try homeDecor.plan(for: ProjectLife(days), until: day("2031-12-31"), calendar: .standard)
        #expect(plan.map(\.stage) == ["initial", "mid", "completion"] + Array(repeating: "warranty", count: 9))
        #expect(plan.allSatisfy { $0.channel == .phone && $0.questionnaire == $0.stage })
    }

    @Test(
        "the completion call waits for all three, and counts from the latest whichever it is",
        arguments: [
            ["completed", "final-payment", "warranty-procedure"],
            ["final-payment", "warranty-procedure", "completed"],
            ["warranty-procedure", "completed", "final-payment"],
        ])
    func completion(inOrder names: [String]) throws {
        let dated = Array(zip(names, ["2026-07-01", "2026-07-04", "2026-07-08"]))
        func completions(_ dated: [(String, String)]) throws -> [String] {
            try homeDecor.lines(for: ProjectLife(dated)).filter { $0.hasPrefix("completion") }
        }
        #expect(try completions(Array(dated.prefix(2))).isEmpty)
        #expect(try completions(dated) == ["completion 2026-07-08 2026-07-18"])
    }

    @Test("months are counted from the completion itself and clamp to the month's end")
    func clamping() throws {
        let life = try ProjectLife([("completed", "2026-11-30")])
        #expect(
            try homeDecor.lines(for: life, until: "2028-12-31") == [
                "warranty-3m 2027-02-28 2027-03-13",
                "warranty-6m 2027-05-30 2027-06-12",
                "warranty-9m 2027-08-30 2027-09-12",
                "warranty-12m 2027-11-30 2027-12-13",
                "warranty-18m 2028-05-30 2028-06-12",
                "warranty-24m 2028-11-30 2028-12-13",
            ])
    }
}
