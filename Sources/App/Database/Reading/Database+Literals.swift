import GRDB
import Synchronization

/// Statements that are put together for a filter: the text says what is asked, and every value is an argument.
///
/// Filters have many combinations, of which few are used: some hundred that are asked again are kept prepared, the others are
/// prepared each time, so that nobody fills the memory by going through them.
extension Database {
    fileprivate func statement(_ literal: SQL) throws -> (Statement, StatementArguments) {
        let (sql, arguments) = try literal.build(self)
        let isKept = KeptTexts.admits(sql)
        return (try isKept ? cachedStatement(sql: sql) : makeStatement(sql: sql), arguments)
    }
}

extension StoredRow {
    /// Makes a thing of each row while the statement stands on it.
    static func fetchAll<Thing>(_ db: Database, literal: SQL, as make: (StoredRow) throws -> Thing) throws -> [Thing] {
        let (statement, arguments) = try db.statement(literal)
        return try db.all(statement, arguments, make)
    }

    static func fetchOne<Thing>(_ db: Database, literal: SQL, as make: (StoredRow) throws -> Thing) throws -> Thing? {
        let (statement, arguments) = try db.statement(literal)
        return try db.first(statement, arguments, make)
    }
}

extension DatabaseValueConvertible {
    static func fetchAll(_ db: Database, literal: SQL) throws -> [Self] {
        let (statement, arguments) = try db.statement(literal)
        return try fetchAll(statement, arguments: arguments)
    }

    static func fetchOne(_ db: Database, literal: SQL) throws -> Self? {
        let (statement, arguments) = try db.statement(literal)
        return try fetchOne(statement, arguments: arguments)
    }
}

/// The texts of filters that are kept prepared: those that were asked twice.
private enum KeptTexts {
    private static let texts = Mutex((kept: Set<String>(), once: Set<String>()))
    private static let most = 400

    static func admits(_ text: String) -> Bool {
        texts.withLock { texts in
            if texts.kept.contains(text) { return true }
            guard texts.kept.count < most else { return false }
            if texts.once.remove(text) != nil { return texts.kept.insert(text).inserted }
            if texts.once.count >= most { texts.once = [] }
            texts.once.insert(text)
            return false
        }
    }
}
