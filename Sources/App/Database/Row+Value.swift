import GRDB

/// Reads columns without trapping: a damaged or hand-edited row breaks one page, never the process.
///
/// GRDB's own subscripts trap on a missing value or another type, so no other file uses them (a test checks the
/// sources).
extension Row {
    /// The value of a column in the wanted type; an optional type accepts NULL.
    /// - Throws: `UnreadableValue` when the column is missing, is NULL, or has another type.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        let stored = try stored(column)
        guard let value = Value.fromDatabaseValue(stored) else {
            throw UnreadableValue(column: column, found: UnreadableValue.Found(stored))
        }
        return value
    }

    /// Not by GRDB's generic subscript, which looks its types up each time.
    private func stored(_ column: String) throws -> DatabaseValue {
        if let value = self[column] as (any DatabaseValueConvertible)? { return value.databaseValue }
        guard hasColumn(column) else { throw UnreadableValue(column: column, found: .nothing) }
        return .null
    }
}

/// A stored value that cannot be decoded. It never carries the value itself, which may be personal.
struct UnreadableValue: Error, Hashable {
    let column: String
    let found: Found

    /// A text that does not parse.
    static func text(_ column: String) -> UnreadableValue { UnreadableValue(column: column, found: .text) }

    /// What the column held instead.
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
