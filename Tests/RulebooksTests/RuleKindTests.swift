import Forms
import Rulebooks
import Testing

@Suite("The kinds of rules that other companies need")
struct RuleKindTests {
    @Test("a window after several milestones waits for all of them and counts from the latest")
    func latestOfSeveral() throws {
        let rulebook = try SmallRulebook.counting(
            "after: {all-of: [completed, final-payment], opens: 0 days, closes: 10 days}")
        let one = try ProjectLife([("completed", "2026-06-10")])
        #expect(try rulebook.lines(for: one).isEmpty)
        let both = try ProjectLife([("final-payment", "2026-06-12"), ("completed", "2026-06-10")])
        #expect(try rulebook.lines(for: both) == ["first 2026-06-12 2026-06-22"])
    }

    @Test("of several milestones a planned one keeps the whole window tentative")
    func latestIsTentative() throws {
        let rulebook = try SmallRulebook.counting(
            "after: {all-of: [completed, final-payment], opens: 0 days, closes: 10 days}")
        let life = try ProjectLife([("planned-final-payment", "2026-06-09"), ("completed", "2026-06-10")])
        #expect(try rulebook.lines(for: life).isEmpty)
        let all = rulebook.plan(
            for: life, until: try day("2026-12-31"), calendar: .standard, includingTentative: true)
        #expect(all.lines == ["first 2026-06-10 2026-06-20"])
        #expect(all.map(\.isTentative) == [true])
    }

    @Test(
        "a window opens days, weeks or months after its milestone",
        arguments: [
            ("3 days", "2026-06-04 2026-06-06"), ("3 weeks", "2026-06-22 2026-06-24"),
            ("3 months", "2026-09-01 2026-09-03"),
        ])
    func units(opens: String, window: String) throws {
        let rulebook = try SmallRulebook.counting("after: {all-of: [purchased], opens: \(opens), open-for: 3 days}")
        let life = try ProjectLife([("purchased", "2026-06-01")])
        #expect(try rulebook.lines(for: life) == ["first \(window)"])
    }

    @Test("a recurrence runs through its steps and ends with the last")
    func steps() throws {
        let rulebook = try SmallRulebook.counting(
            """
            recurring:
                  milestone: completed
                  steps:
                    - {every: 1 month, from: 1 month, to: 3 months}
                    - {every: 3 months, from: 6 months, to: 9 months}
                  open-for: 14 days
            """)
        let life = try ProjectLife([("completed", "2026-01-31")])
        #expect(
            try rulebook.lines(for: life) == [
                "first-1m 2026-02-28 2026-03-13", "first-2m 2026-03-31 2026-04-13", "first-3m 2026-04-30 2026-05-13",
                "first-6m 2026-07-31 2026-08-13", "first-9m 2026-10-31 2026-11-13",
            ])
    }

    @Test("a seasonal rule keeps the interval of the season that each of its days is in")
    func season() throws {
        let rulebook = try SmallRulebook.counting(
            "seasonal: {milestone: contract, in-season: 7 days, off-season: 15 days, open-for: 7 days}")
        let life = try ProjectLife([("contract", "2026-06-08")])
        #expect(
            try rulebook.lines(for: life, until: "2026-09-15").map { String($0.prefix(21)) } == [
                "first-7d 2026-06-15 2", "first-14d 2026-06-22 ", "first-21d 2026-06-29 ",
                "first-30d 2026-07-08 ", "first-45d 2026-07-23 ", "first-60d 2026-08-07 ", "first-75d 2026-08-22 ",
                "first-91d 2026-09-07 ", "first-98d 2026-09-14 ",
            ])
    }

    @Test("a recurrence from any of several milestones counts from the first in the list that was reached")
    func anyOfSeveral() throws {
        let rulebook = try SmallRulebook.counting(
            """
            recurring:
                  any-of: [completed, purchased]
                  steps: [{every: 12 months, from: 12 months}]
                  open-for: 3 days
            """)
        let purchased = ("purchased", "2026-03-10")
        let expected = ["first-12m 2027-03-10 2027-03-12", "first-24m 2028-03-10 2028-03-12"]
        #expect(try rulebook.lines(for: ProjectLife([purchased]), until: "2028-12-31") == expected)
        let planned = ("planned-completed", "2026-05-10")
        #expect(try rulebook.lines(for: ProjectLife([planned, purchased]), until: "2028-12-31") == expected)
        let both = try ProjectLife([purchased, ("completed", "2026-05-10")])
        #expect(
            try rulebook.lines(for: both, until: "2028-12-31") == [
                "first-12m 2027-05-10 2027-05-12", "first-24m 2028-05-10 2028-05-12",
            ])
    }

    @Test("a seasonal rule may count from any of several milestones too")
    func seasonFromAny() throws {
        let rulebook = try SmallRulebook.counting(
            "seasonal: {any-of: [contract, deposit], in-season: 7 days, off-season: 15 days, open-for: 7 days}")
        let life = try ProjectLife([("deposit", "2026-06-08")])
        #expect(try rulebook.lines(for: life, until: "2026-06-20") == ["first-7d 2026-06-15 2026-06-21"])
    }

    @Test("an event is followed up once however often it was reported, and every event by itself")
    func events() throws {
        let rulebook = try SmallRulebook.counting("event: {names: [solved, closed], opens: 3 days, open-for: 3 days}")
        let events = [
            ProjectEvent(name: .closed, day: try day("2026-06-03"), id: "b"),
            ProjectEvent(name: .solved, day: try day("2026-06-02"), id: "a"),
            ProjectEvent(name: .solved, day: try day("2026-06-01"), id: "a"),
            ProjectEvent(name: .installed, day: try day("2026-06-01"), id: "c"),
        ]
        let expected = ["first-a 2026-06-04 2026-06-06", "first-b 2026-06-06 2026-06-08"]
        #expect(try rulebook.lines(for: ProjectLife([], events: events)) == expected)
        #expect(try rulebook.lines(for: ProjectLife([], events: events.reversed())) == expected)
    }

    @Test("a stored rulebook may wait for an event that nothing raises any more, in vain")
    func storedEvent() throws {
        let yaml = SmallRulebook.yaml.replacing(
            SmallRulebook.window, with: "event: {names: [opened, closed], opens: 0 days, closes: 2 days}")
        guard case .event(let names, _) = try Rulebook(stored: yaml).cadence[0].trigger else {
            Issue.record("it waits for no event")
            return
        }
        #expect(names == [.closed])
        #expect(SmallRulebook.mistakes(in: yaml).map(\.code) == [.unknownEvent])
    }

    @Test("an endless recurrence asked for until the end of the calendar stops after a century")
    func endless() throws {
        let rulebook = try SmallRulebook.counting(
            "recurring: {milestone: contract, steps: [{every: 1 week, from: 1 week}], open-for: 1 day}")
        let life = try ProjectLife([("contract", "2026-06-08")])
        let owed = rulebook.plan(for: life, until: .latest, calendar: .standard)
        #expect(owed.count == 36_525 / 7)
    }

    @Test("a milestone at the end of the calendar ends its recurrences")
    func endOfCalendar() throws {
        let decoration = try Rulebook.pack("decoration")
        let life = try ProjectLife([("started", "9999-12-30"), ("completed", "9999-12-31")])
        #expect(decoration.plan(for: life, until: .latest, calendar: .standard).count < 20)
    }
}
