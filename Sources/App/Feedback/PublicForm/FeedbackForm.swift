import Forms
import Foundation

/// The customer's feedback form: ratings first, then free text (FBK-2).
enum FeedbackForm {
    static let ratings = FeedbackAspect.allCases.map { Field<String>.scale($0.rawValue, choices) }
    static let recommends = Field<String>.choice(
        "recommends", Recommendation.allCases.map { Choice($0.rawValue) })
    static let problems = Field<String>.textArea("problems", maximum: 2_000, hint: true)
    static let suggestions = Field<String>.textArea("suggestions", maximum: 2_000)
    static let wantsCall = Field<Bool>.flag("wants-call")
    static let callWhen = Field<String>.text(
        "call-when", maximum: 100, hint: true, shownWhen: Condition(wantsCall, is: "yes"), autocomplete: "off")
    /// Channel and day, when a member of staff enters it (FBK-5).
    static let channel = Field<String>.choice(
        "channel", FeedbackChannel.allCases.filter { $0 != .link }.map { Choice($0.rawValue) }, required: true)

    /// The same labels for every aspect.
    private static let choices = Choice.ratings.map {
        Choice(value: $0.value, label: .key("feedback.rating.\($0.value)"))
    }

    /// Maximum age in days of a paper form.
    private static let oldest = 365

    static let form = Form("feedback", said, rules: [somethingIsSaid])

    /// The form for staff who enter it for the customer.
    static func entry(today: Day) -> Form {
        Form("feedback", [channel, receivedOn(today)] + ratings + [recommends] + told, rules: [somethingIsSaid])
    }

    private static var said: [any FormField] {
        ratings + ([recommends, problems, suggestions, wantsCall, callWhen] as [any FormField])
    }

    /// The same fields, with labels about the customer in the third person.
    private static let told: [any FormField] = [
        Field<String>.textArea("problems", maximum: 2_000, label: .key("feedback.problems.told")),
        Field<String>.textArea("suggestions", maximum: 2_000, label: .key("feedback.suggestions.told")),
        Field<Bool>.flag("wants-call", label: .key("feedback.wants-call.told")),
        Field<String>.text(
            "call-when", maximum: 100, label: .key("feedback.call-when.told"),
            shownWhen: Condition(wantsCall, is: "yes"),
            autocomplete: "off"),
    ]

    private static let somethingIsSaid = FormRule("something is said") { bound in
        content(bound).isEmpty && bound.errors.isEmpty ? [FieldError(field: "form", code: "nothing-said")] : []
    }

    static func receivedOn(_ today: Day) -> Field<Day> {
        .date("received-on", today.adding(days: -oldest)...today, required: true)
    }

    /// The channel and day by which it reached the staff.
    static func receipt(_ bound: BoundForm, today: Day) -> (channel: FeedbackChannel, day: Day)? {
        guard let channel = bound[channel].flatMap(FeedbackChannel.init), let day = bound[receivedOn(today)] else {
            return nil
        }
        return (channel, day)
    }

    static func content(_ bound: BoundForm) -> FeedbackContent {
        var content = FeedbackContent(
            recommends: bound[recommends].flatMap(Recommendation.init), problems: bound[problems] ?? "",
            suggestions: bound[suggestions] ?? "", wantsCall: bound[wantsCall] ?? false,
            callWhen: bound[callWhen] ?? "")
        for (aspect, field) in zip(FeedbackAspect.allCases, ratings) {
            content.ratings[aspect] = bound[field].flatMap { Int($0) }
        }
        return content
    }
}

/// The form to choose projects for new links.
enum FeedbackLinksForm {
    static let projects = Field<[String]>.choices("projects", required: true, hint: true)

    static func form(_ projects: [ProjectWithoutFeedback], _ words: (Day) -> String) -> Form {
        Form("feedback-links", [self.projects]).offering(
            projects.map {
                Choice(
                    value: String($0.id),
                    label: .name("\($0.number) \($0.customer) · \(words($0.done)) · \($0.agent.name)"))
            }, for: "projects")
    }
}

/// The form of a customer's addition to their answer.
enum FeedbackAdditionForm {
    static let words = Field<String>.textArea("words", maximum: 1_000, required: true)
    static let form = Form("feedback-addition", [words])
}
