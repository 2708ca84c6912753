import Foundation
import GRDB

/// Whether files and rows match, and whether the schema is this program's (RUN-6).
enum DataCounts {
    static func findings(in folder: DataFolder) async throws -> [CheckFinding] {
        let database = try ReadOnlyDatabase(in: folder)
        let (photographs, needed, isCurrent) = try await database.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM photograph WHERE removed_at IS NULL") ?? 0,
                try String.fetchSet(
                    db, sql: "SELECT digest FROM photograph UNION SELECT thumbnail_digest FROM photograph"),
                try Migrations.migrator.hasCompletedMigrations(db)
            )
        }
        let files = names(in: folder.attachments)
        let unknown = files.filter { !needed.contains($0) }.count
        let counted = CheckFinding.fine("\(photographs) photographs, \(files.count) files in attachments")
        return [counted]
            + (unknown > 0
                ? [.notable("\(unknown) files in attachments have no row; serve throws them away after a day")] : [])
            + (isCurrent
                ? [] : [.notable("the next start changes the database to this program's schema, and copies it before")])
    }

    /// The digests that are the names of the files.
    private static func names(in attachments: URL) -> [String] {
        let files = FileManager.default
        let folders = (try? files.contentsOfDirectory(atPath: attachments.path)) ?? []
        return folders.filter { $0.utf8.count == 2 }.flatMap { folder in
            ((try? files.contentsOfDirectory(atPath: attachments.appending(path: folder).path)) ?? []).map {
                folder + $0
            }
        }
    }
}
