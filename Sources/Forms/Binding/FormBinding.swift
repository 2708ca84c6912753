extension Form {
    /// Binds raw input: it never fails, finds every error, and keeps the input to show it again.
    public func bind(_ entered: [String: [String]], today: Day) -> BoundForm {
        let (values, errors) = FieldBinder(fields: fields, entered: entered, today: today).bind()
        let bound = BoundForm(form: self, entered: entered, values: values, errors: errors)
        return bound.adding(rules.flatMap { $0.check(bound) })
    }

    /// The form without any input.
    public var blank: BoundForm {
        BoundForm(form: self, entered: [:], values: [:])
    }

    /// The form with unfinished input, shown again without validation.
    public func showing(_ entered: [String: [String]]) -> BoundForm {
        BoundForm(form: self, entered: entered, values: [:])
    }

    /// The form with stored values, for editing; they are not validated again.
    public func filled(_ values: [String: FieldValue]) -> BoundForm {
        let shown = Visibility(of: fields, values: values).shownValues
        return BoundForm(form: self, entered: canonical(shown), values: shown)
    }

    func canonical(_ values: [String: FieldValue]) -> [String: [String]] {
        var inputs: [String: [String]] = [:]
        for field in fields {
            guard let value = values[field.name] else { continue }
            inputs.merge(field.canonical(value)) { first, _ in first }
        }
        return inputs
    }
}
