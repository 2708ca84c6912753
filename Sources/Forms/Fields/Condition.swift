/// Visibility condition: another field has one of these values; flags have the values `yes` and `no`.
public struct Condition: Sendable, Hashable {
    public let field: String
    public let values: Set<String>

    public init(field: String, values: Set<String>) {
        self.field = field
        self.values = values
    }

    public init(_ field: some FormField, is values: String...) {
        self.init(field: field.definition.name, values: Set(values))
    }

    /// A hidden, empty or invalid field has no value and meets no condition.
    func isMet(by value: FieldValue?) -> Bool {
        value.map { !values.isDisjoint(with: $0.texts) } ?? false
    }
}
