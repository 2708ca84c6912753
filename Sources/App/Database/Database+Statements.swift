import GRDB

/// Statement cache: a statement is prepared once for a connection and kept, since preparing costs as much as running.
///
/// Stores pass `cached:` with a text out of a closed set: constants, and constants put together. Values are arguments,
/// never part of the text. Filters of lists have too many combinations to be kept; see `Database+Lists`.
extension Row {
    static func fetchAll(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> [Row] { try fetchAll(db.cachedStatement(sql: sql), arguments: arguments) }

    static func fetchOne(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> Row? { try fetchOne(db.cachedStatement(sql: sql), arguments: arguments) }

    /// A cursor is open while it is walked: nothing in its loop may run a statement of the same text.
    static func fetchCursor(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> RowCursor { try fetchCursor(db.cachedStatement(sql: sql), arguments: arguments) }
}

extension DatabaseValueConvertible {
    static func fetchCursor(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> DatabaseValueCursor<Self> { try fetchCursor(db.cachedStatement(sql: sql), arguments: arguments) }

    static func fetchAll(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> [Self] { try fetchAll(db.cachedStatement(sql: sql), arguments: arguments) }

    static func fetchOne(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> Self? { try fetchOne(db.cachedStatement(sql: sql), arguments: arguments) }
}

extension DatabaseValueConvertible where Self: Hashable {
    static func fetchSet(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> Set<Self> { try fetchSet(db.cachedStatement(sql: sql), arguments: arguments) }
}

extension Database {
    /// Runs one statement.
    func execute(cached sql: String, arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
