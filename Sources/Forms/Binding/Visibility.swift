/// Conditional visibility: which fields are visible with the current values.
struct Visibility {
    private let conditions: [String: Condition]
    private let names: Set<String>
    private let values: [String: FieldValue]

    init(of fields: [FieldDefinition], values: [String: FieldValue]) {
        names = Set(fields.map(\.name))
        let pairs = fields.compactMap { field in field.shownWhen.map { (field.name, $0) } }
        conditions = Dictionary(pairs) { first, _ in first }
        self.values = values
    }

    /// Follows the chain of conditions: fields that depend on a hidden one are hidden, as are circular conditions.
    func shows(_ name: String) -> Bool {
        guard names.contains(name) else { return false }
        var visited: Set<String> = []
        var current = name
        while let condition = conditions[current] {
            guard visited.insert(current).inserted, condition.isMet(by: values[condition.field]) else { return false }
            current = condition.field
        }
        return true
    }

    /// The values of visible fields.
    var shownValues: [String: FieldValue] {
        values.filter { shows($0.key) }
    }
}
