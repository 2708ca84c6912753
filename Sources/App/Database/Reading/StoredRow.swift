import CSQLite
import Foundation
import GRDB

/// A row of a query. It reads columns without trapping: a damaged or hand-edited row breaks one page, never the process.
///
/// Not GRDB's `Row`: its subscripts trap on a missing value or another type, so no file uses them (a test checks the
/// sources), and it makes a table of names for each query.
struct StoredRow {
    private let source: Source
    private let columns: ColumnPositions

    private enum Source {
        /// A statement that stands on the row.
        case statement(OpaquePointer)
        case copy([DatabaseValue])
    }

    /// - Parameter columns: of the query, shared by its rows.
    init(_ cursor: RowPlace, _ columns: ColumnPositions) {
        source = .statement(cursor.statement)
        self.columns = columns
    }

    private init(copying row: StoredRow) {
        source = .copy(row.columns.names.indices.map(row.stored))
        columns = ColumnPositions(row.columns.names)
    }

    /// The row for after its statement has gone on.
    var copy: StoredRow { StoredRow(copying: self) }

    /// The value of a column in the wanted type; an optional type accepts NULL.
    /// - Throws: `UnreadableValue` when the column is missing, is NULL, or has another type.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        let stored = try stored(column)
        guard let value = Value.fromDatabaseValue(stored) else {
            throw UnreadableValue(column: column, found: UnreadableValue.Found(stored))
        }
        return value
    }

    private func stored(_ column: String) throws -> DatabaseValue {
        guard let position = columns.position(of: column) else {
            throw UnreadableValue(column: column, found: .nothing)
        }
        return stored(at: position)
    }

    private func stored(at position: Int) -> DatabaseValue {
        switch source {
        case .copy(let values): values[position]
        case .statement(let statement): Self.stored(statement, Int32(position))
        }
    }

    private static func stored(_ statement: OpaquePointer, _ column: Int32) -> DatabaseValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: sqlite3_column_int64(statement, column).databaseValue
        case SQLITE_FLOAT: sqlite3_column_double(statement, column).databaseValue
        case SQLITE_TEXT: text(statement, column).databaseValue
        case SQLITE_BLOB: blob(statement, column).databaseValue
        default: .null
        }
    }

    private static func text(_ statement: OpaquePointer, _ column: Int32) -> String {
        let bytes = sqlite3_column_text(statement, column)
        return String(
            decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))),
            as: UTF8.self)
    }

    private static func blob(_ statement: OpaquePointer, _ column: Int32) -> Data {
        guard let bytes = sqlite3_column_blob(statement, column) else { return Data() }
        return Data(bytes: bytes, count: Int(sqlite3_column_bytes(statement, column)))
    }
}

/// Where a cursor stands: GRDB's way to a statement's columns without a `Row` between.
struct RowPlace: StatementColumnConvertible, DatabaseValueConvertible {
    let statement: OpaquePointer

    init(sqliteStatement statement: OpaquePointer, index: CInt) { self.statement = statement }

    /// Also on a row whose first column is NULL.
    static func fromStatement(_ statement: OpaquePointer, atUncheckedIndex index: CInt) -> RowPlace? {
        RowPlace(sqliteStatement: statement, index: index)
    }

    var databaseValue: DatabaseValue { .null }

    static func fromDatabaseValue(_ value: DatabaseValue) -> RowPlace? { nil }
}
