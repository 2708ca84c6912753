import GRDB

@testable import App

extension TestCompany {
    /// Every row of every table as text, to see that nothing at all has changed.
    func contents(without left: Set<String> = []) async throws -> [String: [String]] {
        try await database.read { db in
            let tables = try String.fetchAll(
                db,
                // The index of the search keeps no text of its own to be read back; its tables are listed beside it.
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
                    """)
            var contents: [String: [String]] = [:]
            for table in tables where !left.contains(table) {
                contents[table] = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map(\.description).sorted()
            }
            return contents
        }
    }

    /// Makes the database refuse rows from now on, as a full disk or a damaged table would.
    /// - Parameter condition: about `NEW`, the row that is to be inserted.
    func refuse(rowsOf table: String, when condition: String = "1") async throws {
        try await database.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER refused_\(table) BEFORE INSERT ON \(table) WHEN \(condition)
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
        }
    }

    func takeAgain(rowsOf table: String) async throws {
        try await database.write { db in try db.execute(sql: "DROP TRIGGER refused_\(table)") }
    }
}
