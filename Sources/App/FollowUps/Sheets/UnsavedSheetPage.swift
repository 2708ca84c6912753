import Forms
import Markup

/// The page after a sheet was rejected: the reason, and the typed text to copy (UX-2).
struct UnsavedSheetPage: Page {
    static let template = "follow-ups/sheets/kept"
    let values: PageValues

    init(
        _ followUp: FollowUp, _ form: Form, _ entered: SubmittedForm, because code: String, words follow: FollowUpWords
    ) {
        let words = follow.words
        values = [
            "customer": .text(followUp.customerName), "stage": .text(follow.stage(followUp.stage)),
            "backHref": .text(Paths.followUp(followUp.id)), "message": .text(words("refusal.\(code)")),
            "entries": .list(
                form.fields.compactMap { field in
                    let typed = (entered.fields[field.name] ?? []).joined(separator: "\n")
                    guard !typed.isEmpty else { return nil }
                    return [
                        "label": .text(words(field.label)),
                        "value": .text(FieldText.readable(typed, of: field, words)), "href": .none,
                    ]
                }),
        ]
    }
}
