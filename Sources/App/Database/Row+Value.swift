import GRDB

/// Reading columns without a trap: a damaged or hand-edited row ends one page, never the process.
///
/// The library's own subscripts end the process when a value is missing or of another kind, so no other file uses them
/// (a test reads the sources).
extension Row {
    /// The value of a column in the type that is wanted; an optional type takes NULL.
    /// - Throws: `UnreadableValue` when the column is not there, is NULL, or holds something else.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard let stored = self[column] as DatabaseValue? else {
            throw UnreadableValue(column: column, found: .nothing)
        }
        guard let value = Value.fromDatabaseValue(stored) else {
            throw UnreadableValue(column: column, found: UnreadableValue.Found(stored))
        }
        return value
    }
}

/// A stored value that cannot be what its column holds. It never carries the value itself, which may be personal.
struct UnreadableValue: Error, Hashable {
    let column: String
    let found: Found

    /// A text that is not what it should say.
    static func text(_ column: String) -> UnreadableValue { UnreadableValue(column: column, found: .text) }

    /// What stood there instead.
    enum Found: String, Sendable {
        case nothing, null, number, text, blob

        init(_ value: DatabaseValue) {
            self =
                switch value.storage {
                case .null: .null
                case .int64, .double: .number
                case .string: .text
                case .blob: .blob
                }
        }
    }
}
