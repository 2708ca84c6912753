/// A form with its raw input and its parsed values.
public struct BoundForm: Sendable {
    public let form: Form
    /// The raw input, to be shown again, without passwords.
    public let entered: [String: [String]]
    /// Normalised, valid values of visible fields; empty fields have none.
    public let values: [String: FieldValue]
    /// All validation errors, in the order of the fields.
    public private(set) var errors: [FieldError]

    init(form: Form, entered: [String: [String]], values: [String: FieldValue], errors: [FieldError] = []) {
        self.form = form
        self.entered = form.withoutSecrets(entered)
        self.values = values
        self.errors = errors
    }

    public var isValid: Bool { errors.isEmpty }

    /// The value of a typed field; nil when it is empty, hidden or invalid.
    public subscript<Value>(field: Field<Value>) -> Value? {
        values[field.definition.name]?.content as? Value
    }

    /// The raw text of an input, to be shown again.
    public func typed(_ input: String) -> String {
        entered[input]?.first ?? ""
    }

    public func errors(for field: String) -> [FieldError] {
        errors.filter { $0.field == field }
    }

    /// Adds an error that only the application can find, such as a name that is taken.
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

    /// Indices of a table's rows on the page, to show them again.
    public func rowIndices(_ table: String) -> [Int] {
        guard case .rows(let columns, _) = form[table]?.kind else { return [] }
        return FieldReader.typedRows(of: table, columns, in: entered).map(\.index)
    }

    /// The number of a table's rows on the page, and the number up to the last one with input.
    public func rowCounts(_ table: String) -> (shown: Int, filled: Int) {
        guard case .rows(let columns, _) = form[table]?.kind else { return (0, 0) }
        let rows = FieldReader.typedRows(of: table, columns, in: entered)
        return ((rows.last?.index ?? -1) + 1, (rows.last { !$0.isBlank }?.index ?? -1) + 1)
    }

    /// Canonical text: it can be stored, and binds back to the same values; without passwords.
    public var canonical: [String: [String]] {
        form.canonical(values)
    }
}
