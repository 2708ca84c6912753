/// A form: its fields, declared once, and the rules across them.
public struct Form: Sendable {
    public let name: String
    public let fields: [FieldDefinition]
    public let rules: [FormRule]
    private let positions: [String: Int]

    /// Fields without labels of their own get them from the form's name: `customer.phone`.
    public init(_ name: String, _ fields: [any FormField], rules: [FormRule] = []) {
        self.init(name: name, fields: fields.map { $0.definition.within(name) }, rules: rules)
    }

    private init(name: String, fields: [FieldDefinition], rules: [FormRule]) {
        self.name = name
        self.fields = fields
        self.rules = rules
        positions = Dictionary(zip(fields.map(\.name), fields.indices)) { first, _ in first }
    }

    /// The field with this name.
    public subscript(name: String) -> FieldDefinition? {
        positions[name].map { fields[$0] }
    }

    /// The field or column of an input's or error's name: `phones.1.number`, `agreed.time`.
    public func definition(of input: String) -> FieldDefinition? {
        self[input] ?? fields.lazy.compactMap { $0.reader(of: input) }.first
    }

    /// The form with options known only at run time, such as the staff; `name` is a field or `table.column`.
    public func offering(_ choices: [Choice], for name: String) -> Form {
        let fields = fields.map { $0.offering(choices, for: name).within(self.name) }
        return Form(name: self.name, fields: fields, rules: rules)
    }

    /// Errors in the order of the fields; those without a field come last.
    func inOrder(_ errors: [FieldError]) -> [FieldError] {
        let placed = errors.enumerated().map { (field: position(of: $1), arrival: $0, error: $1) }
        return placed.sorted { ($0.field, $0.arrival) < ($1.field, $1.arrival) }.map(\.error)
    }

    private func position(of error: FieldError) -> Int {
        positions[error.field] ?? fields.firstIndex { $0.reader(of: error.field) != nil } ?? fields.endIndex
    }

    func withoutSecrets(_ entered: [String: [String]]) -> [String: [String]] {
        let holders = fields.filter(\.holdsSecrets)
        guard !holders.isEmpty else { return entered }
        return entered.filter { input, _ in !holders.contains { $0.reader(of: input)?.isSecret ?? false } }
    }
}
