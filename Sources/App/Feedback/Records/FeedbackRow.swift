import Forms
import Markup

/// A row in lists of feedback: metadata, no content (ACC-2).
enum FeedbackRow {
    static func values(_ one: Feedback, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.feedbackRecord(one.id)), "number": .text(one.number),
            "received": .text(words.day(one.receivedOn)),
            "channel": .text(words("feedback.channel.\(one.channel.rawValue)")),
        ]
    }
}
