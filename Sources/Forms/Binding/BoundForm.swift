/// A form together with what was typed into it and what was understood.
public struct BoundForm: Sendable {
    public let form: Form
    /// Everything as it was typed, to be shown again; passwords are left out.
    public let entered: [String: [String]]
    /// Normalised and valid values of the fields that are shown; an empty field has none.
    public let values: [String: FieldValue]
    /// All that is wrong, in the order of the fields.
    public private(set) var errors: [FieldError]

    init(form: Form, entered: [String: [String]], values: [String: FieldValue], errors: [FieldError] = []) {
        self.form = form
        self.entered = form.withoutSecrets(entered)
        self.values = values
        self.errors = errors
    }

    public var isValid: Bool { errors.isEmpty }

    /// The value of a typed field; nil when it is empty, hidden or wrong.
    public subscript<Value>(field: Field<Value>) -> Value? {
        values[field.definition.name]?.content as? Value
    }

    /// The text to put back into an input.
    public func typed(_ input: String) -> String {
        entered[input]?.first ?? ""
    }

    public func errors(for field: String) -> [FieldError] {
        errors.filter { $0.field == field }
    }

    /// Adds what only the application can find wrong, such as a name that is taken.
    public func adding(_ error: FieldError) -> BoundForm {
        adding([error])
    }

    func adding(_ found: [FieldError]) -> BoundForm {
        var bound = self
        bound.errors = form.inOrder(errors + found)
        return bound
    }

    public func isShown(_ name: String) -> Bool {
        guard let field = form[name] else { return false }
        return field.shownWhen.map { $0.isMet(by: values[$0.field]) } ?? true
    }

    /// The indices of the rows of a table that have an input, to show them again.
    public func rowIndices(_ table: String) -> [Int] {
        guard case .rows(let columns, _) = form[table]?.kind else { return [] }
        return FieldReader.typedRows(of: table, columns, in: entered).map(\.index)
    }

    /// How many rows of a table the page had, and how many of them there are up to the last that somebody filled.
    public func rowCounts(_ table: String) -> (shown: Int, filled: Int) {
        guard case .rows(let columns, _) = form[table]?.kind else { return (0, 0) }
        let rows = FieldReader.typedRows(of: table, columns, in: entered)
        return ((rows.last?.index ?? -1) + 1, (rows.last { !$0.isBlank }?.index ?? -1) + 1)
    }

    /// The values as text that can be stored and binds back to the same values, passwords left out.
    public var canonical: [String: [String]] {
        form.canonical(values)
    }
}
