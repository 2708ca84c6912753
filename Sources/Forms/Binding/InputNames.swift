/// The inputs on a page that belong to a field.
extension FieldDefinition {
    var dateInput: String { name + ".date" }
    var timeInput: String { name + ".time" }

    /// The field of an input's or error's name: this one, or one of its columns.
    func reader(of input: String) -> FieldDefinition? {
        guard input != name else { return self }
        switch kind {
        case .dateTime:
            return input == dateInput || input == timeInput ? self : nil
        case .rows(let columns, _):
            return RowName(input, table: name).flatMap { cell in
                columns.lazy.compactMap { $0.reader(of: cell.column) }.first
            }
        case .text, .textArea, .password, .number, .money, .date, .phone, .choice, .choices, .flag, .scale, .person,
            .signature:
            return nil
        }
    }

    /// Secrets are neither shown again nor stored with the other values.
    var isSecret: Bool {
        switch kind {
        case .password: true
        case .text, .textArea, .number, .money, .signature, .date, .dateTime, .phone, .choice, .choices, .flag, .scale,
            .person, .rows:
            false
        }
    }

    var holdsSecrets: Bool {
        switch kind {
        case .rows(let columns, _): columns.contains(where: \.holdsSecrets)
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .choice, .choices, .flag, .scale,
            .person, .signature:
            isSecret
        }
    }
}
