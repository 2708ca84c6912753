import Forms
import Foundation

/// An attempt that did not end in a filled sheet; with *call later* goes the time that was agreed.
enum AttemptForm {
    static let outcome = Field<String>.choice(
        "outcome", Attempt.Outcome.allCases.map { Choice($0.rawValue) }, required: true)
    /// A time in two keystrokes, or `at` for one that is typed.
    static let later = Field<String>.choice(
        "later", CallbackTimes.Kind.allCases.map { Choice($0.rawValue) },
        shownWhen: Condition(outcome, is: Attempt.Outcome.callLater.rawValue))
    static let callback = Field<LocalDateTime>.dateTime(
        "callback", Day.earliest...Day.latest,
        shownWhen: Condition(later, is: CallbackTimes.Kind.typed.rawValue))

    static let form = Form("attempt", [outcome, later, callback])

    /// - Returns: with an error when the agreed time is missing, past, or more than 90 days away.
    static func bind(_ entered: Entered, times: CallbackTimes, today: Day) -> BoundForm {
        let bound = form.bind(entered.fields, today: today)
        guard bound.isValid, bound[outcome] == Attempt.Outcome.callLater.rawValue else { return bound }
        guard let at = times.date(bound[later], typed: bound[callback]) else {
            return bound.adding(FieldError(field: "callback", code: "required"))
        }
        guard at > times.now else { return bound.adding(FieldError(field: "callback", code: "in-the-past")) }
        guard at < times.now.addingTimeInterval(90 * 86400) else {
            return bound.adding(FieldError(field: "callback", code: "too-far"))
        }
        return bound
    }

    static func attempt(
        _ bound: BoundForm, times: CallbackTimes
    ) -> (outcome: Attempt.Outcome, callbackAt: Date?)? {
        guard let outcome = bound[outcome].flatMap(Attempt.Outcome.init) else { return nil }
        guard outcome == .callLater else { return (outcome, nil) }
        return times.date(bound[later], typed: bound[callback]).map { (outcome, $0) }
    }
}
