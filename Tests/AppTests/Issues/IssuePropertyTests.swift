import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("Whatever happens to an issue, in 10,000 random steps (ISS-3, ISS-4)")
struct IssuePropertyTests {
    private func issues(seed: UInt64, steps: Int = 10_000, _ check: (RandomIssue, IssueEvent) throws -> Void) throws {
        var random = SeededRandom(seed: seed)
        var issue = RandomIssue(try IssueStory.at("2026-11-21T18:40"), &random)
        for _ in 0..<steps {
            if issue.step(&random), let event = issue.events.last { try check(issue, event) }
            // Begin another one now and then: long lives alone would seldom see the first steps.
            if issue.events.count > 60 { issue = RandomIssue(issue.now, &random) }
        }
    }

    @Test("no state is reached that the events do not explain", arguments: [1, 2, 3] as [UInt64])
    func states(seed: UInt64) throws {
        var seen: Set<IssueState> = []
        try issues(seed: seed) { issue, _ in
            let life = issue.life
            seen.insert(life.state)
            #expect(IssueLife(issue.events) == life)
            #expect(life.pause == nil || life.state.isWorkedOn)
            #expect((life.state == .closed) == (life.closedAt != nil))
            #expect(life.state == .new || life.department != nil)
            if life.state.isSolved { #expect(life.isAnswered || life.state == .solved) }
            if life.state == .closed { #expect(life.isAnswered) }
        }
        #expect(seen == Set(IssueState.allCases))
    }

    @Test("no step takes back what was owed, met or missed before", arguments: [4, 5] as [UInt64])
    func clocks(seed: UInt64) throws {
        let terms = try IssueStory.usualTerms
        var before: IssueClock?
        try issues(seed: seed, steps: 5_000) { issue, event in
            let clock = IssueClock(issue.events, urgency: .ordinary, under: terms, in: IssueStory.zone)
            defer { before = clock }
            guard let earlier = before, issue.events.count > 2 else { return }
            let missed = earlier.misses(at: event.at)
            #expect(Array(clock.misses(at: event.at).prefix(missed.count)) == missed)
            for kind in [IssueDeadline.Kind.referral, .answer] {
                let (old, new) = (try #require(earlier.deadline(kind)), try #require(clock.deadline(kind)))
                #expect(new.since == old.since)
                if old.isMet { #expect(new.metAt == old.metAt) }
                if let due = old.dueAt, old.isMet || due <= event.at { #expect(new.dueAt == due) }
                if case .paused = event.happening { continue }
                if case .categorised = event.happening { continue }
                if let due = old.dueAt { #expect(new.dueAt == due) }
            }
        }
    }

    @Test("the same events give the same figures on any later day", arguments: [6] as [UInt64])
    func laterDays(seed: UInt64) throws {
        let terms = try IssueStory.usualTerms
        let stored = try IssueTerms(text: terms.text)
        try issues(seed: seed, steps: 3_000) { issue, event in
            let events = issue.events.compactMap { event in
                IssueHappening(event.happening.row).map { IssueEvent($0, at: event.at) }
            }
            let clock = IssueClock(issue.events, urgency: .waterElectricity, under: terms, in: IssueStory.zone)
            let later = IssueClock(events, urgency: .waterElectricity, under: stored, in: IssueStory.zone)
            #expect(later.deadlines == clock.deadlines)
            let year = event.at.addingTimeInterval(400 * 86_400)
            let (now, then) = (clock.misses(at: event.at), clock.misses(at: year))
            #expect(Array(then.prefix(now.count)) == now)
        }
    }

    @Test("what is refused changes nothing, and what happened stays", arguments: [7] as [UInt64])
    func nothingIsLost(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var issue = RandomIssue(try IssueStory.at("2026-11-21T18:40"), &random)
        for _ in 0..<10_000 {
            let (events, life) = (issue.events, issue.life)
            let happened = issue.step(&random)
            #expect(issue.events.count == events.count + (happened ? 1 : 0))
            #expect(issue.events.last == (happened ? issue.events.last : events.last))
            if !happened { #expect(issue.life == life) }
        }
        #expect(issue.refused > 1_000)
        #expect(issue.events.count > 1_000)
        #expect(IssueLife(issue.events) == issue.life)
    }
}
