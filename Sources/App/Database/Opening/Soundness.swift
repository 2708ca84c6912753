import Foundation
import GRDB

/// Consistency check of a company: database file, rows, audit trail and attachments.
enum Soundness {
    /// Checks a folder, served or not, without changing anything.
    /// - Returns: one sentence for each flaw; empty when sound.
    /// - Throws: `CommandError` when the file cannot be opened or is damaged.
    static func flaws(in folder: DataFolder) async throws -> [String] {
        do {
            let database = try ReadOnlyDatabase(in: folder)
            let flaws = try await database.read { db in
                if let damage = try IntegrityCheck.damage(db) {
                    throw CommandError("the database is damaged (\(damage.prefix(120)))")
                }
                guard try !Migrations.migrator.hasBeenSuperseded(db) else {
                    return ["the database was written by a newer huifang than this one"]
                }
                return try references(db) + attachments(db, folder)
            }
            let trail = try await AuditCheck.verify(folder)
            return flaws + (trail.isWhole ? [] : [trail.sentence])
        } catch {
            throw CommandError.ofStorage(error, at: folder.database.path) ?? error
        }
    }

    private static func references(_ db: Database) throws -> [String] {
        let tables = try String.fetchAll(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check ORDER BY 1")
        return tables.isEmpty ? [] : ["rows speak of others that are not there, in \(tables.joined(separator: ", "))"]
    }

    /// Rows whose files are missing. Files without rows are normal: they are removed after some days.
    private static func attachments(_ db: Database, _ folder: DataFolder) throws -> [String] {
        guard try db.tableExists("photograph") else { return [] }
        var missing = 0
        let digests = try String.fetchCursor(
            db,
            sql: """
                SELECT digest FROM photograph WHERE removed_at IS NULL
                UNION ALL SELECT thumbnail_digest FROM photograph WHERE removed_at IS NULL
                """)
        while let digest = try digests.next() {
            let file = folder.attachments.appending(path: "\(digest.prefix(2))/\(digest.dropFirst(2))")
            if FileFacts(file) == nil { missing += 1 }
        }
        return missing == 0 ? [] : ["\(missing) files of photographs are missing in attachments"]
    }
}
