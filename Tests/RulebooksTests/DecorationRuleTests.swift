import Forms
import Rulebooks
import Testing

@Suite("The single rules of the decoration rulebook")
struct DecorationRuleTests {
    private let decoration: Rulebook

    init() throws {
        decoration = try Rulebook.pack("decoration")
    }

    private func keys(_ days: [(String, String)], handledBy: [MilestoneKind: Handler] = [:]) throws -> [String] {
        let life = try ProjectLife(days, handledBy: handledBy)
        return decoration.plan(for: life, until: try day("2026-08-15"), calendar: .standard).map(\.key)
    }

    @Test(
        "the call before completion is not owed only when the work was completed before it opened",
        arguments: [("2026-06-07", false), ("2026-06-08", true), ("2026-06-10", true)])
    func preCompletion(completed: String, isOwed: Bool) throws {
        let owed = try keys([("planned-completed", "2026-06-11"), ("completed", completed)])
        #expect(owed.contains("pre-completion") == isOwed)
    }

    @Test("completed in the holidays, before a call that waits for their end, leaves that call not owed")
    func preCompletionInHolidays() throws {
        let owed = try keys([("planned-completed", "2026-06-22"), ("completed", "2026-06-20")])
        #expect(!owed.contains("pre-completion"))
    }

    @Test(
        "a late completion is one later than planned",
        arguments: [("2026-06-10", false), ("2026-06-11", false), ("2026-06-12", true)])
    func late(completed: String, isOwed: Bool) throws {
        let owed = try keys([("planned-completed", "2026-06-11"), ("completed", completed)])
        #expect(owed.contains("late-completion") == isOwed)
        #expect(owed.contains("completion"))
    }

    @Test("somebody else at the final payment alone owes the customer a call from that day")
    func delegateAtFinalPayment() throws {
        let life = try ProjectLife(
            [("final-payment", "2026-06-03"), ("warranty-procedure", "2026-06-10")],
            handledBy: [.finalPayment: .other, .warrantyProcedure: .customer])
        #expect(
            try decoration.lines(for: life, until: "2026-06-12") == ["delegate-handover 2026-06-03 2026-06-10"])
    }

    @Test("somebody else at both owes one call, from the warranty procedure")
    func delegateAtBoth() throws {
        let life = try ProjectLife(
            [("final-payment", "2026-06-03"), ("warranty-procedure", "2026-06-10")],
            handledBy: [.finalPayment: .other, .warrantyProcedure: .other])
        #expect(
            try decoration.lines(for: life, until: "2026-06-12") == ["delegate-handover 2026-06-10 2026-06-17"])
    }

    @Test("the customer in person owes no call about a delegate")
    func noDelegate() throws {
        let owed = try keys(
            [("final-payment", "2026-06-03"), ("warranty-procedure", "2026-06-10")],
            handledBy: [.finalPayment: .customer, .warrantyProcedure: .customer])
        #expect(owed == ["missing-feedback"])
    }

    @Test("a feedback form that came in ends what was owed for its absence")
    func feedback() throws {
        let life = try ProjectLife([("warranty-procedure", "2026-06-10")], hasFeedback: true)
        #expect(try decoration.lines(for: life).isEmpty)
    }

    @Test("nothing that opens after the last day asked for is listed, holidays counted")
    func until() throws {
        let life = try ProjectLife([("carpenters-out", "2026-10-01")])
        #expect(try decoration.lines(for: life, until: "2026-10-07").isEmpty)
        #expect(try decoration.lines(for: life, until: "2026-10-08") == ["mid 2026-10-08 2026-10-11"])
    }

    @Test("planned days give tentative follow-ups that only those who ask for them see, under the keys they keep")
    func tentative() throws {
        let life = try ProjectLife([("planned-started", "2026-03-02"), ("planned-completed", "2026-06-10")])
        let until = try day("2026-12-31")
        let firm = decoration.plan(for: life, until: until, calendar: .standard)
        #expect(firm.map(\.key) == ["pre-completion"])
        #expect(firm.allSatisfy { !$0.isTentative })

        let all = decoration.plan(for: life, until: until, calendar: .standard, includingTentative: true)
        #expect(all.map(\.key) == ["initial", "pre-completion", "completion", "warranty-3m", "warranty-6m"])
        #expect(all.filter(\.isTentative).map(\.key) == ["initial", "completion", "warranty-3m", "warranty-6m"])
    }

    @Test("an actual day replaces the planned one")
    func actualDay() throws {
        let life = try ProjectLife([("planned-started", "2026-03-02"), ("started", "2026-03-09")])
        #expect(try decoration.lines(for: life) == ["initial 2026-03-19 2026-03-24"])
    }

    @Test("the reason names the milestone, its day, the distance, and the holiday that a window was moved off")
    func reason() throws {
        let life = try ProjectLife([("completed", "2026-07-01")])
        let owed = decoration.plan(for: life, until: try day("2026-12-31"), calendar: .standard)
        let quarter = try #require(owed.first { $0.key == "warranty-3m" })
        #expect(
            quarter.reason
                == PlanReason(
                    code: .recurring, milestone: .completed, event: nil, day: try day("2026-07-01"),
                    distance: .months(3), circumstance: nil, movedFrom: try day("2026-10-01")))
        let completion = try #require(owed.first { $0.key == "completion" })
        #expect(completion.reason.movedFrom == nil)
    }
}
