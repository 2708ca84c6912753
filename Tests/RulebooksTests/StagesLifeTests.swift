import Forms
import Rulebooks
import Testing

@Suite("A project called at five stages, and after each repair (CAD-1)")
struct StagesLifeTests {
    private let stages: Rulebook

    private let days = [
        ("deposit", "2026-01-01"), ("contract", "2026-01-20"), ("started", "2026-03-02"),
        ("concealed-works", "2026-04-03"), ("second-phase", "2026-05-01"),
        ("final-payment", "2026-06-18"), ("completed", "2026-06-20"),
    ]

    private let windows = [
        "deposit 2026-01-04 2026-01-07",
        "start 2026-03-02 2026-03-05",
        "concealed-works 2026-04-03 2026-04-06",
        "second-phase 2026-05-06 2026-05-09",
        "handover 2026-06-22 2026-06-25",
    ]

    init() throws {
        stages = try Rulebook.pack("stages")
    }

    @Test("every window of a whole life is the one the table names, whatever was entered first")
    func wholeLife() throws {
        let repairs = [
            ProjectEvent(name: .closed, day: try day("2026-08-10"), id: "r1"),
            ProjectEvent(name: .closed, day: try day("2026-10-06"), id: "r2"),
        ]
        let expected =
            windows + ["after-repair-r1 2026-08-10 2026-08-12", "after-repair-r2 2026-10-08 2026-10-10"]
        #expect(try stages.lines(for: ProjectLife(days, events: repairs)) == expected)
        #expect(try stages.lines(for: ProjectLife(days.reversed(), events: repairs.reversed())) == expected)
    }

    @Test("the life grows: every milestone adds what it owes and changes nothing else")
    func growing() throws {
        let counts = try (0...days.count).map { count in
            let lines = try stages.lines(for: ProjectLife(Array(days.prefix(count))))
            #expect(lines == Array(windows.prefix(lines.count)))
            return lines.count
        }
        #expect(counts == [0, 1, 1, 2, 3, 4, 4, 5])
    }

    @Test("the stages are those of the table, each called by phone with its own questions")
    func names() throws {
        let expected = ["deposit", "start", "concealed-works", "second-phase", "handover", "after-repair"]
        #expect(stages.stages.map(\.id) == expected + ["issue-solved"])
        let repair = ProjectEvent(name: .closed, day: try day("2026-08-10"), id: "r1")
        let life = try ProjectLife(days, events: [repair])
        let plan = stages.plan(for: life, until: try day("2031-12-31"), calendar: .standard)
        #expect(plan.map(\.stage) == expected)
        #expect(plan.allSatisfy { $0.channel == .phone && $0.questionnaire == $0.stage })
    }

    @Test("a contract signed after the start moves the call about both to the signature")
    func lateContract() throws {
        let life = try ProjectLife([("started", "2026-03-02"), ("contract", "2026-03-09")])
        #expect(try stages.lines(for: life) == ["start 2026-03-09 2026-03-12"])
    }

    @Test(
        "the handover call waits for both completion and final payment, and counts from the later",
        arguments: [["completed", "final-payment"], ["final-payment", "completed"]])
    func handover(inOrder names: [String]) throws {
        let dated = Array(zip(names, ["2026-06-11", "2026-06-16"]))
        #expect(try stages.lines(for: ProjectLife(Array(dated.prefix(1)))).isEmpty)
        #expect(try stages.lines(for: ProjectLife(dated)) == ["handover 2026-06-16 2026-06-19"])
    }

    @Test("a repair closed twice owes one call, from the first; a problem solved one of its own")
    func repairedTwice() throws {
        let events = [
            ProjectEvent(name: .closed, day: try day("2026-08-20"), id: "r1"),
            ProjectEvent(name: .closed, day: try day("2026-08-10"), id: "r1"),
            ProjectEvent(name: .solved, day: try day("2026-08-11"), id: "i1"),
        ]
        #expect(
            try stages.lines(for: ProjectLife([], events: events)) == [
                "after-repair-r1 2026-08-10 2026-08-12", "issue-solved-i1 2026-08-12 2026-08-14",
            ])
    }

    @Test("after a repair the customer is asked whether somebody called in 24 hours, what was agreed, and the result")
    func repairQuestions() throws {
        let questions = try #require(stages.questionnaire("after-repair")).questions.map(\.id)
        #expect(Set(["contacted-in-time", "time-agreed", "plan-agreed", "satisfied"]).isSubset(of: questions))
    }
}
