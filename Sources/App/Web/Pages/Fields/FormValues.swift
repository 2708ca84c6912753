import Forms
import Markup

/// The values of `components/form.mustache`: every field from its one declaration, with what was typed and its errors
/// (UX-2).
enum FormValues {
    /// - Parameter submit: catalogue key of the button.
    /// - Parameter keep: storage key of the draft in the browser, for forms without sealed content.
    static func make(
        _ bound: BoundForm, action: String, submit: String, cancel: String? = nil,
        submission: SubmissionID = .random(), version: Int? = nil, keep: String? = nil, words: Words
    ) -> PageValues {
        let fields = FieldValues(bound: bound, words: words)
        let form: PageValues = [
            "action": .text(action), "submission": .text(submission.text), "version": .optional(version),
            "keep": .optional(keep), "fields": .list(bound.form.fields.map(fields.make)),
            "submitLabel": .text(words(submit)), "cancelHref": .optional(cancel),
        ]
        return form.merging(errors(bound, words)) { own, _ in own }
    }

    /// - Parameter stored: the version of the thing to change; overridden by the version in the form.
    static func make(
        _ form: PostedForm, action: String, submit: String, cancel: String? = nil, version stored: Int? = nil,
        keep: String? = nil, words: Words
    ) -> PageValues {
        make(
            form.bound, action: action, submit: submit, cancel: cancel, submission: form.submission,
            version: stored.map { form.version ?? $0 }, keep: keep, words: words)
    }

    /// The error summary: each error with a link to its field.
    static func errors(_ bound: BoundForm, _ words: Words) -> PageValues {
        let fields = FieldValues(bound: bound, words: words)
        // An error without a field has nothing to link to: it stands alone.
        let sole = bound.errors.count == 1 ? bound.errors.first { bound.form.definition(of: $0.field) == nil } : nil
        return [
            "hasErrors": .flag(!bound.isValid), "soleError": .optional(sole.map(fields.message)),
            "errors": .list(
                bound.errors.map { error in
                    [
                        "fieldId": bound.form.definition(of: error.field) == nil
                            ? .none : .text(fields.focusID(of: error)),
                        "message": .text(fields.message(error)),
                    ]
                }),
        ]
    }

    /// The differences between two people's input, for `components/two-versions.mustache` (UX-4).
    static func differences(mine: BoundForm, theirs: BoundForm, _ words: Words) -> PageValue {
        .list(
            mine.differences(from: theirs).map { difference in
                let shown = { (text: String) -> PageValue in
                    .text(FieldText.readable(text, of: mine.form[difference.field], words))
                }
                return [
                    "label": .text(words(difference.label)), "mine": shown(difference.mine),
                    "theirs": shown(difference.theirs),
                ]
            })
    }
}
