/// One row of a table, read by the typed fields of its columns.
public struct BoundRow: Sendable, Hashable {
    public let values: [String: FieldValue]

    public init(values: [String: FieldValue]) {
        self.values = values
    }

    public subscript<Value>(column: Field<Value>) -> Value? {
        values[column.definition.name]?.content as? Value
    }
}
