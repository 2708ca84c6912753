import Forms
import Markup

/// The answers of a step as labelled texts, in the order of its form; empty ones are left out.
enum StepEntries {
    /// From the saved draft.
    static func values(_ bound: BoundForm, _ words: Words) -> [PageValues] {
        bound.form.fields.compactMap { field in
            // A signature is drawn as an image or not shown: its strokes are not text.
            guard bound.isShown(field.name), field.kind != .signature, let value = bound.values[field.name] else {
                return nil
            }
            return entry(field, text(value, of: field, words), words)
        }
    }

    /// From a filed report, whatever the form has become since: an answer that its field would no longer accept is
    /// shown all the same, one whose field is gone stays stored but is not shown, and a newer field shows nothing.
    static func filed(
        _ answers: [String: [String]], _ form: Form, _ words: Words, _ isWanted: (String) -> Bool = { _ in true }
    ) -> [PageValues] {
        // Canonical dates are complete, so today does not matter.
        let read = form.bind(answers, today: .earliest).values
        return form.fields.compactMap { field -> PageValues? in
            // A tick box that was not on the form would read as no; an amount of zero says nothing.
            let isAnswered = answers.keys.contains { $0 == field.name || $0.hasPrefix(field.name + ".") }
            guard isAnswered, isWanted(field.name), read[field.name] != .money(.zero) else { return nil }
            let shown =
                read[field.name].map { text($0, of: field, words) }
                ?? FieldText.readable((answers[field.name] ?? []).joined(separator: "\n"), of: field, words)
            return entry(field, shown, words)
        }
    }

    private static func entry(_ field: FieldDefinition, _ text: String, _ words: Words) -> PageValues? {
        text.isEmpty ? nil : ["label": .text(words(field.label)), "value": .text(text), "href": .none]
    }

    private static func text(_ value: FieldValue, of field: FieldDefinition, _ words: Words) -> String {
        guard case .rows(let rows) = value, case .rows(let columns, _) = field.kind else {
            return FieldText.readable(value.texts.joined(separator: "\n"), of: field, words)
        }
        return rows.map { row in
            columns.compactMap { column in row[column.name].map { text($0, of: column, words) } }
                .joined(separator: " · ")
        }.joined(separator: "\n")
    }
}
