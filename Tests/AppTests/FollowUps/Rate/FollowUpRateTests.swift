import Testing

@testable import App

@Suite("The follow-up rate: done ÷ (due − excused with approval) (CAD-5)")
struct FollowUpRateTests {
    private func rate(
        done: Int = 0, excused: Int = 0, refused: Int = 0, unreachable: Int = 0, open: Int = 0
    ) -> FollowUpRate {
        FollowUpRate(done: done, excused: excused, refused: refused, unreachable: unreachable, open: open)
    }

    @Test("refused, unreachable and open ones count as due and not done; excused ones do not count")
    func definition() {
        let one = rate(done: 6, excused: 2, refused: 1, unreachable: 1, open: 4)
        #expect(one.due == 14)
        #expect(one.counted == 12)
        #expect(one.percent == 50)
    }

    @Test("what is due is the sum of its parts")
    func parts() {
        let one = rate(done: 1, excused: 2, refused: 4, unreachable: 8, open: 16)
        let parts = FollowUpRate.Part.allCases.filter { $0 != .due }
        #expect(parts.reduce(0) { $0 + one[$1] } == one[.due])
        #expect(parts.map { one[$0] } == [1, 2, 4, 8, 16])
    }

    @Test("it is rounded down, so that 89.9 % is not shown as a target of 90 % reached")
    func rounding() {
        #expect(rate(done: 899, open: 101).percent == 89)
        #expect(rate(done: 899, open: 101).missing(to: 90) == 1)
        #expect(rate(done: 900, open: 100).percent == 90)
        #expect(rate(done: 900, open: 100).missing(to: 90) == 0)
        #expect(rate(done: 2, open: 1).percent == 66)
    }

    @Test("how many are missing to a target is exactly how many more must be done", arguments: 1...60)
    func missing(counted: Int) {
        for target in [1, 50, 90, 95, 100] {
            for done in 0...counted {
                let missing = rate(done: done, open: counted - done).missing(to: target)
                #expect((done + missing) * 100 >= counted * target)
                #expect(missing == 0 || (done + missing - 1) * 100 < counted * target)
            }
        }
    }

    @Test("there is no rate where nothing counts: 0 of 0 is neither 0 nor 100 %")
    func nothing() {
        #expect(FollowUpRate.nothing.percent == nil)
        #expect(rate(excused: 3).percent == nil)
        #expect(rate(excused: 3).missing(to: 90) == 0)
        #expect(rate(open: 1).percent == 0)
    }

    @Test("rates of agents are added up by their numbers, not averaged")
    func total() {
        let rates = [
            AgentRate(agent: 1, name: "陈静", rate: rate(done: 1)),
            AgentRate(agent: 2, name: "吴涛", rate: rate(done: 1, excused: 1, open: 2)),
        ]
        #expect(rates.total == rate(done: 2, excused: 1, open: 2))
        #expect(rates.total.percent == 50)
    }
}
