/// One row of a table, read with the typed fields that are its columns.
public struct BoundRow: Sendable, Hashable {
    public let values: [String: FieldValue]

    public init(values: [String: FieldValue]) {
        self.values = values
    }

    public subscript<Value>(column: Field<Value>) -> Value? {
        values[column.definition.name]?.content as? Value
    }
}
