import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("The clock of an issue (ISS-3, ISS-4)")
struct IssueClockTests {
    @Test("water on a Saturday evening: passed on by midnight, somebody there within four hours, an answer in a day")
    func saturdayEvening() throws {
        let story = try IssueStory("2026-11-21T18:40", category: "water-electricity")
        #expect(
            try story.clock().slip == [
                "referral 2026-11-22T00:00 -", "answer 2026-11-22T18:40 -", "arrival 2026-11-21T22:40 -",
            ])
        #expect(try story.clock().next?.kind == .arrival)
    }

    @Test("an ordinary repair has a day for the way, another category none, unless water or electricity is out")
    func arrival() throws {
        #expect(
            try IssueStory("2026-11-21T18:40", category: "repair").clock().slip.last == "arrival 2026-11-22T18:40 -")
        let design = try IssueStory("2026-11-21T18:40", category: "design")
        #expect(try design.clock().deadline(.arrival) == nil)
        #expect(try design.clock(.waterElectricity).slip.last == "arrival 2026-11-21T22:40 -")
    }

    @Test("every step ends what it answers, and nothing is missed that was done in time")
    func inTime() throws {
        var story = try IssueStory("2026-11-24T09:00", category: "repair")
        try story.then(.referred(to: "maintenance"), "2026-11-24T09:20")
        try story.then(.accepted, "2026-11-24T09:40")
        try story.then(.answered, "2026-11-24T10:00")
        try story.then(.ordered, "2026-11-24T10:05")
        try story.then(.arrived, "2026-11-24T15:00")
        try story.then(.solved, "2026-11-24T16:00")
        let clock = try story.clock()
        #expect(
            clock.slip == [
                "referral 2026-11-25T00:00 2026-11-24T09:20", "answer 2026-11-25T09:00 2026-11-24T10:00",
                "arrival 2026-11-25T09:00 2026-11-24T15:00",
            ])
        #expect(clock.misses(at: .distantFuture).isEmpty)
        #expect(clock.next == nil)
    }

    @Test("handing back, passing on, a dispute and a ruling begin no clock anew")
    func handedOn() throws {
        var story = try IssueStory("2026-11-24T09:00")
        let before = try story.clock().deadline(.answer)?.dueAt
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.handedBack, "2026-11-24T11:00")
        try story.then(.referred(to: "design"), "2026-11-26T12:00")
        try story.then(.transferred(to: "production"), "2026-11-26T13:00")
        try story.then(.disputed, "2026-11-26T14:00")
        try story.then(.ruled(to: "quality"), "2026-11-26T15:00")
        let clock = try story.clock()
        #expect(clock.deadline(.answer)?.dueAt == before)
        #expect(clock.slip.first == "referral 2026-11-25T00:00 2026-11-24T10:00")
        let misses = clock.misses(at: try IssueStory.at("2026-11-26T16:00"))
        #expect(misses.map(\.told) == [.manager, .executive])
    }

    @Test("a re-opening owes a new answer and leaves the old figures as they were")
    func reopened() throws {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.accepted, "2026-11-24T10:10")
        try story.then(.answered, "2026-11-25T12:00")
        try story.then(.solved, "2026-11-25T13:00")
        let before = try story.clock()
        try story.then(.verified(isContent: false), "2026-11-26T09:00")
        let after = try story.clock()
        #expect(Array(after.deadlines.prefix(before.deadlines.count)) == before.deadlines)
        #expect(after.slip.last == "renewed-answer 2026-11-27T09:00 -")
        #expect(after.misses(at: try IssueStory.at("2026-11-27T09:00")).map(\.kind) == [.answer, .renewedAnswer])
        #expect(after.misses(at: try IssueStory.at("2026-11-27T09:00")).map(\.told) == [.manager, .executive])
    }

    @Test("what is still not answered a day after it was missed goes to the executive")
    func climbs() throws {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        let clock = try story.clock()
        #expect(clock.misses(at: try IssueStory.at("2026-11-25T08:59")).isEmpty)
        #expect(clock.misses(at: try IssueStory.at("2026-11-25T09:00")).map(\.told) == [.manager])
        #expect(clock.nextMiss(after: try IssueStory.at("2026-11-25T09:00")) == (try IssueStory.at("2026-11-26T09:00")))
        #expect(clock.misses(at: try IssueStory.at("2026-12-31T09:00")).map(\.told) == [.manager, .executive])
    }

    @Test("a promise is due at its time; a new one before that replaces it, a late one leaves the miss")
    func promises() throws {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.accepted, "2026-11-24T10:10")
        try story.then(.promised(try IssueStory.at("2026-11-26T10:00")), "2026-11-24T11:00")
        try story.then(.promised(try IssueStory.at("2026-11-27T10:00")), "2026-11-25T11:00")
        #expect(
            try story.clock().slip.suffix(2) == [
                "promise 2026-11-26T10:00 2026-11-25T11:00", "promise 2026-11-27T10:00 -",
            ])
        try story.then(.promised(try IssueStory.at("2026-11-30T10:00")), "2026-11-27T12:00")
        let misses = try story.clock().misses(at: try IssueStory.at("2026-11-28T10:00"))
        #expect(misses.map(\.kind) == [.promise])
        #expect(misses.map(\.at) == [try IssueStory.at("2026-11-27T10:00")])
    }

    @Test("a pause stops the clock with so much left, and what was missed before it stays missed")
    func paused() throws {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.accepted, "2026-11-24T10:10")
        try story.then(.paused(.customer), "2026-11-24T21:00")
        let waiting = try story.clock()
        let answer = try #require(waiting.deadline(.answer))
        #expect(answer.dueAt == nil)
        #expect(waiting.standing(of: answer, at: try IssueStory.at("2026-12-01T21:00")) == .paused(12 * 3_600))
        #expect(waiting.pauses.minutes(until: try IssueStory.at("2026-11-24T22:30")) == 90)
        try story.then(.resumed, "2026-11-26T21:00")
        #expect(try story.clock().deadline(.answer)?.dueAt == (try IssueStory.at("2026-11-27T09:00")))
        try story.then(.paused(.parts), "2026-11-27T21:00")
        #expect(try story.clock().misses(at: try IssueStory.at("2026-12-24T09:00")).map(\.kind) == [.answer])
    }

    @Test("a pause ends when the department gives it away or has solved it")
    func pauseEnds() throws {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.accepted, "2026-11-24T10:00")
        try story.then(.paused(.parts), "2026-11-24T12:00")
        try story.then(.transferred(to: "design"), "2026-11-24T13:00")
        #expect(try story.clock().slip[1] == "answer 2026-11-25T10:00 -")
        #expect(try story.clock().pauses.spans.last?.upperBound != .distantFuture)
    }

    @Test("so much is left; when a quarter of the time is, it warns")
    func warns() throws {
        let story = try IssueStory("2026-11-24T09:00")
        let clock = try story.clock()
        let answer = try #require(clock.deadline(.answer))
        #expect(clock.standing(of: answer, at: try IssueStory.at("2026-11-25T02:00")) == .ahead(7 * 3_600))
        #expect(clock.standing(of: answer, at: try IssueStory.at("2026-11-25T03:00")) == .near(6 * 3_600))
        #expect(clock.standing(of: answer, at: try IssueStory.at("2026-11-25T09:30")) == .late(1_800))
    }

    @Test("another category changes what is owed, but takes back nothing that was missed")
    func otherCategory() throws {
        var story = try IssueStory("2026-11-24T09:00", category: "repair")
        try story.then(.categorised("money"), "2026-11-24T09:30")
        #expect(try story.clock().deadline(.arrival) == nil)
        var late = try IssueStory("2026-11-24T09:00", category: "water-electricity")
        try late.then(.categorised("money"), "2026-11-24T14:00")
        #expect(try late.clock().slip.last == "arrival 2026-11-24T13:00 -")
    }

    @Test("working hours count for the answer where the rulebook says so, but never for the way to a burst pipe")
    func workingHours() throws {
        let yaml = try Rulebook.pack("decoration").yaml.replacing(
            "counted-in: wall-clock\n",
            with: "counted-in: working-hours\n  working-hours: [{from: \"09:00\", to: \"18:00\"}]\n")
        let terms = IssueTerms(try Rulebook(yaml: yaml), .standard)
        let story = try IssueStory("2026-11-21T18:40", category: "water-electricity")
        #expect(
            try story.clock(under: terms).slip == [
                "referral 2026-11-23T18:00 -", "answer 2026-11-25T15:00 -", "arrival 2026-11-21T22:40 -",
            ])
    }

    @Test("an arrival that was written down later counts from when somebody was there")
    func writtenDownLater() throws {
        var story = try IssueStory("2026-11-24T09:00", category: "water-electricity")
        try story.then(.referred(to: "maintenance"), "2026-11-24T09:05")
        try story.then(.accepted, "2026-11-24T09:10")
        try story.then(.answered, "2026-11-24T20:00")
        try story.then(.arrived, "2026-11-24T11:00")
        #expect(try story.clock().misses(at: .distantFuture).isEmpty)
    }

    @Test("a work day that is arranged after it was raised changes nothing")
    func calendarChanges() throws {
        let yaml = try Rulebook.pack("decoration").yaml.replacing(
            "counted-in: wall-clock\n",
            with: "counted-in: working-hours\n  working-hours: [{from: \"09:00\", to: \"18:00\"}]\n")
        let terms = IssueTerms(try Rulebook(yaml: yaml), .standard)
        let stored = try IssueTerms(text: terms.text)
        let story = try IssueStory("2026-10-09T17:00")
        #expect(try story.clock(under: stored).slip == story.clock(under: terms).slip)
        #expect(try story.clock(under: stored).slip[1].hasPrefix("answer 2026-10-13T14:00"))
    }
}
