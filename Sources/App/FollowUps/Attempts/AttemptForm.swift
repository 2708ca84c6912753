import Forms
import Foundation

/// The form of an attempt; *call later* takes the agreed time of the callback.
enum AttemptForm {
    static let outcome = Field<String>.choice(
        "outcome", Attempt.Outcome.allCases.map { Choice($0.rawValue) }, required: true)
    /// A preset time in two keystrokes, or `at` for a typed one.
    static let later = Field<String>.choice(
        "later", CallbackTimes.Kind.allCases.map { Choice($0.rawValue) },
        shownWhen: Condition(outcome, is: Attempt.Outcome.callLater.rawValue))
    static let callback = Field<LocalDateTime>.dateTime(
        "callback", Day.earliest...Day.latest,
        shownWhen: Condition(later, is: CallbackTimes.Kind.typed.rawValue))

    static let form = Form("attempt", [outcome, later, callback])

    /// - Returns: the form, with an error when the callback time is missing, past, or more than 90 days away.
    static func bind(_ entered: SubmittedForm, times: CallbackTimes, today: Day) -> BoundForm {
        let bound = form.bind(entered.fields, today: today)
        guard bound.isValid, bound[outcome] == Attempt.Outcome.callLater.rawValue else { return bound }
        guard !hasTwoTimes(bound, entered, times, today) else {
            return bound.adding(FieldError(field: "callback", code: "two-times"))
        }
        guard let at = times.date(bound[later], typed: bound[callback]) else {
            return bound.adding(FieldError(field: "callback", code: "required"))
        }
        guard at > times.now else { return bound.adding(FieldError(field: "callback", code: "in-the-past")) }
        guard at < times.now.addingTimeInterval(90 * 86400) else {
            return bound.adding(FieldError(field: "callback", code: "too-far"))
        }
        return bound
    }

    /// Whether the typed time and the pressed button disagree: the user decides, not the server (UX-10).
    private static func hasTwoTimes(
        _ bound: BoundForm, _ entered: SubmittedForm, _ times: CallbackTimes, _ today: Day
    ) -> Bool {
        let typed = CallbackTimes.Kind.typed.rawValue
        let isTyped = ["callback.date", "callback.time"].contains { !TypedText.oneLine(bound.typed($0)).isEmpty }
        guard isTyped, let pressed = bound[later], pressed != typed else { return false }
        let asTyped = form.bind(entered.fields.merging([later.definition.name: [typed]]) { $1 }, today: today)
        let moments = [times.date(pressed, typed: nil), times.date(typed, typed: asTyped[callback])]
        return Set(moments.map { $0.map { LocalDateTime($0, in: times.zone) } }).count > 1
    }

    static func attempt(
        _ bound: BoundForm, times: CallbackTimes
    ) -> (outcome: Attempt.Outcome, callbackAt: Date?)? {
        guard let outcome = bound[outcome].flatMap(Attempt.Outcome.init) else { return nil }
        guard outcome == .callLater else { return (outcome, nil) }
        return times.date(bound[later], typed: bound[callback]).map { (outcome, $0) }
    }
}
