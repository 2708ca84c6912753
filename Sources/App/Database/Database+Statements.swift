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

    /// Makes a thing of each row while the statement stands on it: no row is copied, and columns are found by a table.
    /// Nothing that `make` does may run a statement of the same text, or keep the row.
    static func fetchAll<Thing>(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments(),
        as make: (Row) throws -> Thing
    ) throws -> [Thing] {
        try db.each(fetchCursor(db.cachedStatement(sql: sql), arguments: arguments), make)
    }

    /// Goes through the rows.
    static func fetchEach(
        _ db: Database, cached sql: String, arguments: StatementArguments, do use: (Row) throws -> Void
    ) throws {
        _ = try fetchAll(db, cached: sql, arguments: arguments, as: use)
    }

    static func fetchOne<Thing>(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments(),
        as make: (Row) throws -> Thing
    ) throws -> Thing? {
        try db.first(fetchCursor(db.cachedStatement(sql: sql), arguments: arguments), make)
    }

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
    /// Makes a thing of each row while the cursor stands on it.
    func each<Thing>(_ rows: RowCursor, _ make: (Row) throws -> Thing) throws -> [Thing] {
        var things: [Thing] = []
        while let row = try rows.next() { things.append(try make(row)) }
        return things
    }

    /// Makes a thing of the first row, if there is one, while the cursor stands on it.
    func first<Thing>(_ rows: RowCursor, _ make: (Row) throws -> Thing) throws -> Thing? {
        // Without its cursor a statement is reset, and all its columns are NULL.
        try withExtendedLifetime(rows) { try rows.next().map(make) }
    }

    /// Runs one statement.
    func execute(cached sql: String, arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
