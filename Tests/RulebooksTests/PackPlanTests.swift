import Forms
import Foundation
import Rulebooks
import Testing

@Suite("Plans of every rulebook that ships (CAD-6)")
struct PackPlanTests {
    /// Random lives, with an event of each name that any pack knows.
    private func lives(of rulebook: Rulebook, count: Int, seed: UInt64) throws -> [ProjectLife] {
        var random = SeededNumbers(seed: seed)
        let events = try rulebook.eventNames.enumerated().map { position, name in
            ProjectEvent(name: name, day: try day("2026-05-02"), id: "e\(position)")
        }
        return (0..<count).map { _ in
            let life = ProjectLife.random(using: &random)
            return ProjectLife(
                registered: life.registered, milestones: life.milestones, events: life.events + events,
                hasFeedback: life.hasFeedback)
        }
    }

    @Test("the same project gives the same bytes, whatever was entered first", arguments: Rulebook.packNames)
    func repeatable(name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let rulebook = try Rulebook.pack(name)
        let again = try Rulebook.pack(name)
        var random = SeededNumbers(seed: 12)
        let until = try day("2029-12-31")
        for life in try lives(of: rulebook, count: 60, seed: 11) {
            var entered: [MilestoneKind: MilestoneDates] = [:]
            for (kind, dates) in life.milestones.shuffled(using: &random) { entered[kind] = dates }
            let shuffled = ProjectLife(
                registered: life.registered, milestones: entered, events: life.events.shuffled(using: &random),
                hasFeedback: life.hasFeedback)
            let plan = rulebook.plan(for: life, until: until, calendar: .standard)
            let other = again.plan(for: shuffled, until: until, calendar: .standard)
            #expect(try encoder.encode(plan) == encoder.encode(other))
        }
    }

    @Test("nothing is owed twice, opens on a holiday or asks what the rulebook lacks", arguments: Rulebook.packNames)
    func sound(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        let until = try day("2029-12-31")
        for life in try lives(of: rulebook, count: 60, seed: 13) {
            let plan = rulebook.plan(for: life, until: until, calendar: .standard)
            #expect(Set(plan.map(\.key)).count == plan.count)
            #expect(plan == plan.sorted { ($0.opens, $0.key) < ($1.opens, $1.key) })
            for owed in plan {
                #expect(!WorkCalendar.standard.isHoliday(owed.opens) && owed.opens <= owed.closes)
                #expect(rulebook.questionnaire(owed.questionnaire) != nil && rulebook.stage(owed.stage) != nil)
            }
        }
    }

    @Test("a later horizon only adds to a plan", arguments: Rulebook.packNames)
    func horizon(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        let near = try day("2026-05-31")
        for life in try lives(of: rulebook, count: 60, seed: 15) {
            let all = rulebook.plan(for: life, until: try day("2029-12-31"), calendar: .standard)
            let nearer = rulebook.plan(for: life, until: near, calendar: .standard)
            #expect(nearer == all.filter { $0.opens <= near })
        }
    }

    @Test("every stage is owed in some life", arguments: Rulebook.packNames)
    func reachable(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        let until = try day("2034-12-31")
        let owed = try lives(of: rulebook, count: 200, seed: 14).flatMap { life in
            rulebook.plan(for: life, until: until, calendar: .standard).map(\.stage)
        }
        #expect(Set(owed) == Set(rulebook.stages.map(\.id)))
    }
}

extension Rulebook {
    /// The names of the events that its rules answer.
    fileprivate var eventNames: [ProjectEvent.Name] {
        cadence.flatMap { rule -> [ProjectEvent.Name] in
            switch rule.trigger {
            case .event(let names, _): names
            case .after, .beforePlanned, .recurring, .seasonal: []
            }
        }
    }
}
