import Forms
import Foundation
import Markup

/// The buttons for the outcome of an attempt, and the preset times of a callback (CAD-4).
enum AttemptPanel {
    static func values(_ followUp: FollowUp, _ form: PostedForm, words: Words) -> PageValues {
        let bound = form.bound
        let (day, time) = (bound.typed("callback.date"), bound.typed("callback.time"))
        let error = bound.errors.first.map { FieldValues(bound: bound, words: words).message($0) }
        return [
            "action": .text(Paths.attempts(followUp.id)), "submission": .text(form.submission.text),
            "outcomes": .list(
                Attempt.Outcome.allCases.filter(\.isInVain).map {
                    ["value": .text($0.rawValue), "label": .text(words("attempt.outcome.\($0.rawValue)"))]
                }),
            "laters": .list(
                CallbackTimes.Kind.allCases.filter { $0 != .typed }.map {
                    ["value": .text($0.rawValue), "label": .text(words("attempt.later.\($0.rawValue)"))]
                }),
            "date": .text(day), "time": .text(time), "isNative": .flag(FieldValues.isNative(day, time)),
            "error": .optional(error), "describedBy": error == nil ? .none : "f-callback-error",
        ]
    }
}
