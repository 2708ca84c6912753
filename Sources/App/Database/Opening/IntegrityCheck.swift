import Foundation
import GRDB

/// Checks a whole database file for damage before it is used (RUN-5).
struct IntegrityCheck {
    let folder: DataFolder
    let tell: (OpeningNews) -> Void

    /// Damage to the file stops the start, as it would spread; a broken foreign key is only reported.
    func run(on database: any DatabaseReader) throws {
        let bytes = folder.databaseFiles.compactMap { FileFacts($0)?.bytes }.reduce(0, +)
        tell(.checking(bytes: bytes))
        let (verdict, tables, count) = try database.read { db in
            (
                try Self.damage(db),
                try String.fetchAll(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check ORDER BY 1"),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM pragma_foreign_key_check") ?? 0
            )
        }
        guard verdict == nil else {
            throw CommandError("\(folder.database.path) is damaged; \(CommandError.restoring)")
        }
        if count > 0 { tell(.brokenReferences(count: count, tables: tables)) }
    }

    /// The first damage that SQLite finds; nil in a sound file.
    static func damage(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "PRAGMA quick_check(1)").flatMap { $0 == "ok" ? nil : $0 }
    }
}
