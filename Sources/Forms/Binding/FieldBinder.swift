/// Binds a list of fields: a form, or one row of a table.
struct FieldBinder {
    let fields: [FieldDefinition]
    let entered: [String: [String]]
    let today: Day

    /// The values of visible fields, and all errors in the order of the fields.
    func bind() -> (values: [String: FieldValue], errors: [FieldError]) {
        let readings = fields.map { FieldReader(field: $0, entered: entered, today: today).read() }
        let visibility = Visibility(of: fields, values: understood(readings))
        var values: [String: FieldValue] = [:]
        var errors: [FieldError] = []
        for (field, reading) in zip(fields, readings) where visibility.shows(field.name) {
            switch reading {
            case .value(let value): values[field.name] = value
            case .wrong(let found): errors += found
            case .empty:
                if field.isRequired { errors.append(.required(field.name)) }
            }
        }
        return (values, errors)
    }

    private func understood(_ readings: [Reading]) -> [String: FieldValue] {
        var values: [String: FieldValue] = [:]
        for (field, reading) in zip(fields, readings) {
            if case .value(let value) = reading { values[field.name] = value }
        }
        return values
    }
}
