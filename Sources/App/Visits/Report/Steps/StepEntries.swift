import Forms

/// The answers of a step as they were saved, in words, with the name of each field.
enum StepEntries {
    static func values(_ bound: BoundForm, _ words: Words) -> [PageValues] {
        bound.form.fields.compactMap { field in
            // A signature is drawn or not shown at all: its strokes are no words.
            guard bound.isShown(field.name), field.kind != .signature, let value = bound.values[field.name] else {
                return nil
            }
            let text = text(value, of: field, words)
            return text.isEmpty ? nil : ["label": .text(words(field.label)), "value": .text(text), "href": .none]
        }
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
