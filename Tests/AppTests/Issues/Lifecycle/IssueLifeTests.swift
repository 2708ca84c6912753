import Foundation
import Testing

@testable import App

@Suite("What may follow on what in the life of an issue (ISS-4)")
struct IssueLifeTests {
    private func refusal(
        _ story: IssueStory, _ happening: IssueHappening, at time: String = "2026-11-24T18:00"
    ) throws -> IssueRefusal? {
        try #require(story.life).refusal(of: happening, at: try IssueStory.at(time), reopeningWithin: 365)
    }

    private func accepted() throws -> IssueStory {
        var story = try IssueStory("2026-11-24T09:00")
        try story.then(.referred(to: "quality"), "2026-11-24T10:00")
        try story.then(.accepted, "2026-11-24T11:00")
        return story
    }

    private func closed() throws -> IssueStory {
        var story = try accepted()
        try story.then(.answered, "2026-11-24T12:00")
        try story.then(.solved, "2026-11-24T13:00")
        try story.then(.verified(isContent: true), "2026-11-24T14:00")
        try story.then(.closed, "2026-11-24T15:00")
        return story
    }

    @Test("from the first words to the closing, each step is allowed on the one before")
    func straight() throws {
        let whole = try closed().events
        for count in 1..<whole.count {
            let life = try #require(IssueLife(Array(whole.prefix(count))))
            let next = whole[count]
            #expect(life.refusal(of: next.happening, at: next.at, reopeningWithin: 365) == nil, "\(next.happening)")
        }
        #expect(IssueLife(whole)?.state == .closed)
    }

    @Test("nothing is closed that nobody answered, or of which nobody asked the customer")
    func closing() throws {
        var story = try accepted()
        #expect(try refusal(story, .closed) == .notAnswered)
        try story.then(.answered, "2026-11-24T12:00")
        #expect(try refusal(story, .closed) == .notVerified)
        try story.then(.solved, "2026-11-24T13:00")
        #expect(try refusal(story, .closed) == .notVerified)
        #expect(try refusal(closed(), .closed) == .isClosed)
    }

    @Test("of two managers who accept at once the second is told that it is done")
    func twice() throws {
        #expect(try refusal(accepted(), .accepted) == .alreadyDone)
        #expect(try refusal(accepted(), .referred(to: "design")) == .alreadyDone)
        #expect(try refusal(IssueStory("2026-11-24T09:00"), .accepted) == .tooEarly)
    }

    @Test("a promise lies ahead")
    func promise() throws {
        let now = try IssueStory.at("2026-11-24T18:00")
        #expect(try refusal(accepted(), .promised(now)) == .promiseInThePast)
        #expect(try refusal(accepted(), .promised(now.addingTimeInterval(60))) == nil)
    }

    @Test("handing back leads to whoever took it, passing on to another department and no other way")
    func departments() throws {
        var story = try accepted()
        #expect(try refusal(story, .transferred(to: "quality")) == .sameDepartment)
        #expect(try refusal(story, .transferred(to: "design")) == nil)
        try story.then(.transferred(to: "design"), "2026-11-24T12:00")
        #expect(story.life?.state == .referred)
        #expect(story.life?.department == "design")
        try story.then(.handedBack, "2026-11-24T13:00")
        #expect(story.life?.state == .new)
    }

    @Test("while departments do not agree nothing happens but the ruling")
    func dispute() throws {
        var story = try accepted()
        try story.then(.disputed, "2026-11-24T12:00")
        #expect(try refusal(story, .accepted) == .tooEarly)
        #expect(try refusal(story, .solved) == .tooEarly)
        #expect(try refusal(story, .disputed) == .alreadyDone)
        #expect(try refusal(story, .ruled(to: "design")) == nil)
        try story.then(.ruled(to: "design"), "2026-11-24T13:00")
        #expect(story.life?.department == "design")
        #expect(story.life?.state == .referred)
    }

    @Test("what is not ours is settled once the customer was told why, and the customer is asked")
    func notOurs() throws {
        var story = try accepted()
        try story.then(.triaged(isOurs: false), "2026-11-24T12:00")
        #expect(story.life?.state == .solved)
        #expect(try refusal(story, .verified(isContent: true)) == nil)
    }

    @Test("it may be opened again for a year after its closing, and not a day longer")
    func reopening() throws {
        let story = try closed()
        #expect(try refusal(story, .reopened, at: "2027-11-24T15:00") == nil)
        #expect(try refusal(story, .reopened, at: "2027-11-24T15:01") == .tooLateToReopen)
        #expect(try refusal(accepted(), .reopened) == .tooEarly)
    }

    @Test("pauses do not nest, and only what is paused goes on")
    func pauses() throws {
        var story = try accepted()
        #expect(try refusal(story, .resumed) == .notPaused)
        try story.then(.paused(.parts), "2026-11-24T12:00")
        #expect(try refusal(story, .paused(.customer)) == .alreadyPaused)
        #expect(try refusal(story, .resumed) == nil)
    }

    @Test("every event comes back from its row as it was written")
    func rows() throws {
        for happening in RandomIssue.everything {
            #expect(IssueHappening(happening.row) == happening)
        }
        #expect(Set(RandomIssue.everything.map(\.row.kind)).count == 20)
        #expect(IssueHappening(IssueEventRow(kind: "lost")) == nil)
        #expect(IssueHappening(IssueEventRow(kind: "referred")) == nil)
    }
}
