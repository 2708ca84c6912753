import GRDB

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
