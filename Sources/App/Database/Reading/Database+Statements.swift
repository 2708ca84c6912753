import GRDB

/// Statement cache: a statement is prepared once for a connection and kept, since preparing costs as much as running.
///
/// Stores pass `cached:` with a text out of a closed set: constants, and constants put together. Values are arguments,
/// never part of the text. Filters of lists have too many combinations to be kept; see `Database+Lists`.
extension StoredRow {
    /// Makes a thing of each row while the statement stands on it: no row is copied.
    /// Nothing that `make` does may run a statement of the same text, or keep the row.
    static func fetchAll<Thing>(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments(),
        as make: (StoredRow) throws -> Thing
    ) throws -> [Thing] {
        try db.all(db.cachedStatement(sql: sql), arguments, make)
    }

    static func fetchOne<Thing>(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments(),
        as make: (StoredRow) throws -> Thing
    ) throws -> Thing? {
        try db.first(db.cachedStatement(sql: sql), arguments, make)
    }

    /// Goes through the rows.
    static func fetchEach(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments(),
        do use: (StoredRow) throws -> Void
    ) throws {
        try db.each(db.cachedStatement(sql: sql), arguments) { row in
            try use(row)
            return true
        }
    }

    /// Goes through the rows as long as it is told to.
    static func fetchWhile(
        _ db: Database, cached sql: String, _ goesOn: (StoredRow) throws -> Bool
    ) throws {
        try db.each(db.cachedStatement(sql: sql), StatementArguments(), goesOn)
    }

    /// Copies the rows, for those who run other statements before they read them.
    static func fetchAll(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> [StoredRow] {
        try fetchAll(db, cached: sql, arguments: arguments, as: \.copy)
    }

    static func fetchOne(
        _ db: Database, cached sql: String, arguments: StatementArguments = StatementArguments()
    ) throws -> StoredRow? {
        try fetchOne(db, cached: sql, arguments: arguments, as: \.copy)
    }
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
    func all<Thing>(
        _ statement: Statement, _ arguments: StatementArguments, _ make: (StoredRow) throws -> Thing
    ) throws -> [Thing] {
        var things: [Thing] = []
        try each(statement, arguments) { row in
            things.append(try make(row))
            return true
        }
        return things
    }

    /// Goes through the rows as long as it is told to.
    fileprivate func each(
        _ statement: Statement, _ arguments: StatementArguments, _ goesOn: (StoredRow) throws -> Bool
    ) throws {
        let rows = try RowPlace.fetchCursor(statement, arguments: arguments)
        let columns = ColumnPositions(statement.columnNames)
        while let place = try rows.next() {
            columns.beginRow()
            guard try goesOn(StoredRow(place, columns)) else { return }
        }
    }

    /// Makes a thing of the first row, if there is one, while the cursor stands on it.
    func first<Thing>(
        _ statement: Statement, _ arguments: StatementArguments, _ make: (StoredRow) throws -> Thing
    ) throws -> Thing? {
        let rows = try RowPlace.fetchCursor(statement, arguments: arguments)
        // Without its cursor a statement is reset, and all its columns are NULL.
        return try withExtendedLifetime(rows) {
            try rows.next().map { try make(StoredRow($0, ColumnPositions(statement.columnNames))) }
        }
    }

    /// Runs one statement.
    func execute(cached sql: String, arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
