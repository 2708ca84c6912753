import Forms
import Foundation
import Rulebooks
import Testing

@Suite("Plans of random lives (CAD-6)")
struct PlanPropertyTests {
    private let decoration: Rulebook
    private let until: Day

    init() throws {
        decoration = try Rulebook.pack("decoration")
        until = try day("2034-12-31")
    }

    private func plan(_ life: ProjectLife) -> [OwedFollowUp] {
        decoration.plan(for: life, until: until, calendar: .standard)
    }

    private func lives(_ count: Int, seed: UInt64) -> [ProjectLife] {
        var random = SeededNumbers(seed: seed)
        return (0..<count).map { _ in ProjectLife.random(using: &random) }
    }

    @Test("what is owed is exactly what the rules say, no call missing and none twice")
    func exact() {
        for life in lives(500, seed: 1) {
            let owed = plan(life)
            #expect(Set(owed.map(\.key)).count == owed.count)
            let expected = ExpectedPlan(of: life, until: until).windows
            #expect(Dictionary(owed.map { ($0.key, [$0.opens, $0.closes]) }) { first, _ in first } == expected)
        }
    }

    @Test("plans are sorted by opening and key, and no window opens on a holiday")
    func shape() {
        for life in lives(300, seed: 2) {
            let owed = plan(life)
            #expect(owed == owed.sorted { ($0.opens, $0.key) < ($1.opens, $1.key) })
            #expect(owed.allSatisfy { !WorkCalendar.standard.isHoliday($0.opens) && $0.opens <= $0.closes })
        }
    }

    @Test("the order in which milestones and events were entered does not matter, to the last byte")
    func order() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var random = SeededNumbers(seed: 3)
        for life in lives(200, seed: 3) {
            var entered: [MilestoneKind: MilestoneDates] = [:]
            for (kind, dates) in life.milestones.shuffled(using: &random) { entered[kind] = dates }
            let again = ProjectLife(
                registered: life.registered, milestones: entered, events: life.events.shuffled(using: &random),
                hasFeedback: life.hasFeedback)
            #expect(try encoder.encode(plan(life)) == encoder.encode(plan(again)))
        }
    }

    @Test("a later horizon only adds to a plan")
    func horizon() {
        for life in lives(200, seed: 4) {
            let nearer = until.adding(days: -1_500)
            let near = decoration.plan(for: life, until: nearer, calendar: .standard)
            #expect(near == plan(life).filter { $0.opens <= nearer })
        }
    }

    @Test("moving every date keeps every key, so that what was done stays done")
    func stableKeys() {
        for life in lives(200, seed: 5) {
            let moved = life.milestones.mapValues { dates in
                MilestoneDates(
                    planned: dates.planned?.adding(days: 40), actual: dates.actual?.adding(days: 40),
                    handledBy: dates.handledBy)
            }
            let later = ProjectLife(
                registered: life.registered, milestones: moved, events: life.events, hasFeedback: life.hasFeedback)
            let all = decoration.plan(for: later, until: until.adding(days: 60), calendar: .standard).map(\.key)
            // Whether a completion comes before its last call may hang on a holiday; nothing else does.
            let kept = plan(life).map(\.key).filter { $0 != "pre-completion" }
            #expect(Set(kept).isSubset(of: all))
        }
    }

    @Test("entering one more milestone takes away no call that hangs on another")
    func growth() {
        for life in lives(200, seed: 6) {
            for kind in MilestoneKind.allCases where life.milestones[kind] != nil {
                var fewer = life.milestones
                fewer[kind] = nil
                let before = plan(
                    ProjectLife(registered: life.registered, milestones: fewer, hasFeedback: life.hasFeedback))
                let after = Set(plan(life).map(\.key))
                #expect(before.allSatisfy { after.contains($0.key) })
            }
        }
    }
}
