import Testing

@testable import App

@Suite("Spreading what somebody owes over several agents (ACC-9)")
struct HandoverSpreadTests {
    private func loads(_ calls: [Int]) -> [HandoverSpread.Load] {
        calls.enumerated().map { HandoverSpread.Load(project: ID($0.offset + 1), calls: $0.element) }
    }

    private func calls(_ loads: [HandoverSpread.Load], to agents: [Member.ID]) -> [Int] {
        let shares = HandoverSpread.assign(loads, to: agents)
        return agents.map { agent in shares.filter { $0.agent == agent }.reduce(0) { $0 + $1.load.calls } }
    }

    @Test("one agent gets everything, each project once")
    func one() {
        let shares = HandoverSpread.assign(loads([3, 0, 2]), to: [7])
        #expect(shares.map(\.agent) == [7, 7, 7])
        #expect(Set(shares.map(\.load.project)) == [1, 2, 3])
    }

    @Test("several get as many calls as each other, give or take one project")
    func even() {
        #expect(calls(loads([1, 1, 1, 1, 1, 1]), to: [1, 2, 3]) == [2, 2, 2])
        #expect(calls(loads([5, 4, 3, 3, 3]), to: [1, 2]).sorted() == [8, 10])
        var random = DemoRandom(seed: 3)
        for _ in 0..<200 {
            let many = loads((0..<random.number(1...60)).map { _ in random.number(0...5) })
            let got = calls(many, to: [1, 2, 3])
            #expect(got.reduce(0, +) == many.reduce(0) { $0 + $1.calls })
            #expect((got.max() ?? 0) - (got.min() ?? 0) <= many.map(\.calls).max() ?? 0)
        }
    }

    @Test("projects without calls are spread evenly too")
    func projectsOnly() {
        let shares = HandoverSpread.assign(loads([0, 0, 0, 0]), to: [1, 2])
        #expect(shares.count { $0.agent == 1 } == 2 && shares.count { $0.agent == 2 } == 2)
    }

    @Test("the same load is spread alike, whatever its order")
    func deterministic() {
        let some = loads([2, 5, 1, 5, 3, 0])
        let first = HandoverSpread.assign(some, to: [4, 9])
        let second = HandoverSpread.assign(some.reversed(), to: [4, 9])
        #expect(first.map(\.load) == second.map(\.load) && first.map(\.agent) == second.map(\.agent))
    }
}
