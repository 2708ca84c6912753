/// Canonical text of values: it can be stored, and binds back to the same values (round trip).
extension FieldDefinition {
    /// The inputs of this field for a value; none for secrets.
    func canonical(_ value: FieldValue) -> [String: [String]] {
        switch value {
        case .dateTime(let value): [dateInput: [value.day.description], timeInput: [value.time.description]]
        case .rows(let rows): canonical(rows)
        case .text, .number, .money, .day, .phone, .choice, .choices, .flag, .signature:
            isSecret ? [:] : [name: value.texts]
        }
    }

    /// The value as lines of text: one per chosen option, or per row.
    func lines(_ value: FieldValue) -> [String] {
        guard case .rows(let rows) = value else { return isSecret ? [] : value.texts }
        return rows.map { row in
            columns.compactMap { column in row[column.name].map { column.lines($0).joined(separator: ", ") } }
                .joined(separator: " · ")
        }
    }

    private func canonical(_ rows: [[String: FieldValue]]) -> [String: [String]] {
        var inputs: [String: [String]] = [:]
        for (index, row) in rows.enumerated() {
            for column in columns {
                guard let value = row[column.name] else { continue }
                for (input, texts) in column.canonical(value) {
                    inputs["\(name).\(index).\(input)"] = texts
                }
            }
        }
        return inputs
    }

    private var columns: [FieldDefinition] {
        switch kind {
        case .rows(let columns, _): columns
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .choice, .choices, .flag, .scale,
            .person, .signature:
            []
        }
    }
}
