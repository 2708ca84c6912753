import Forms
import Foundation
import Markup

/// A row in lists of attempts.
enum AttemptRow {
    static func values(_ attempt: Attempt, _ follow: FollowUpWords) -> PageValues {
        let words = follow.words
        return [
            "time": .text(words.dateTime(attempt.at)), "agent": .text(attempt.memberName),
            "outcome": .text(words("attempt.outcome.\(attempt.outcome.rawValue)")),
            "agreed": attempt.callbackAt.map { .text(words("follow-up.agreed-for", ["time": follow.moment($0)])) }
                ?? .none,
        ]
    }
}
