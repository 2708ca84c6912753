extension Form {
    /// Reads what was typed: never fails, finds everything that is wrong, keeps everything for showing it again.
    public func bind(_ entered: [String: [String]], today: Day) -> BoundForm {
        let (values, errors) = FieldBinder(fields: fields, entered: entered, today: today).bind()
        let bound = BoundForm(form: self, entered: entered, values: values, errors: errors)
        return bound.adding(rules.flatMap { $0.check(bound) })
    }

    /// The form before anything was typed.
    public var blank: BoundForm {
        BoundForm(form: self, entered: [:], values: [:])
    }

    /// The form with what was typed before it was finished: shown again as it was, and not judged yet.
    public func showing(_ entered: [String: [String]]) -> BoundForm {
        BoundForm(form: self, entered: entered, values: [:])
    }

    /// The form of something that exists already, to be edited; it is not validated again.
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
