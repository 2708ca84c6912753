import Forms
import Foundation

/// A line of a list of feedback: that it is there, not what it says (ACC-2).
enum FeedbackRow {
    static func values(_ one: Feedback, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.feedbackRecord(one.id)), "number": .text(one.number),
            "received": .text(words.day(one.receivedOn)),
            "channel": .text(words("feedback.channel.\(one.channel.rawValue)")),
        ]
    }

    /// With whose it is and how it stands, for a list of many projects.
    static func values(_ one: Feedback, now: Date, _ words: Words) -> PageValues {
        let isSealed = one.isSealed(at: now)
        let state = words(isSealed ? "record.sealed" : "feedback.not-sealed")
        return values(one, words).merging([
            "customer": .text(one.customerName), "project": .text(one.project.number),
            "projectHref": .text(Paths.project(one.project.id)), "agent": .text(one.agent.name),
            "badge": .badge(isSealed ? .inactive : .neutral, state),
        ]) { own, _ in own }
    }
}
