import Foundation
import GRDB

/// Snapshot of the database before a migration, kept beside it: the way back after an upgrade (RUN-5).
struct MigrationSnapshot {
    let folder: DataFolder
    /// How many migrations had been applied.
    let schema: Int
    var now = Date()

    /// How many snapshots are kept.
    private static let kept = 3

    /// - Returns: the name of the file.
    /// - Throws: `CommandError` when there is no room for it and the migration that follows.
    func make(of database: any DatabaseReader) throws -> String {
        try demandRoom()
        try makeFolder()
        let name = "\(now.formatted(Self.moment))-schema-\(schema).sqlite"
        let (unfinished, file) = (
            folder.snapshots.appending(path: "unfinished"), folder.snapshots.appending(path: name)
        )
        try? FileManager.default.removeItem(at: unfinished)
        try DiskFile(making: unfinished).flush()
        let copy = try DatabaseQueue(path: unfinished.path)
        try database.backup(to: copy)
        try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
        try DiskFile(reading: unfinished).flush()
        try DiskFile.move(unfinished, to: file)
        try forgetOld()
        try DiskFile.flush(folder: folder.snapshots)
        return name
    }

    private func demandRoom() throws(CommandError) {
        // Once for the copy, and once for a migration that rewrites every row.
        let needed = 2 * folder.databaseFiles.compactMap { FileFacts($0)?.bytes }.reduce(0, +)
        guard let free = FreeSpace.bytes(at: folder.url), free < needed else { return }
        throw CommandError(
            "this huifang changes the database, and there is no room to copy it first: \(FreeSpace.text(needed)) are needed, \(FreeSpace.text(free)) are free"
        )
    }

    private func makeFolder() throws {
        guard !FileManager.default.fileExists(atPath: folder.snapshots.path) else { return }
        try FileManager.default.createDirectory(
            at: folder.snapshots, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try DiskFile.flush(folder: folder.url)
    }

    private func forgetOld() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.snapshots.path)
            .filter { $0.hasSuffix(".sqlite") }.sorted()
        for name in names.dropLast(Self.kept) {
            try FileManager.default.removeItem(at: folder.snapshots.appending(path: name))
        }
    }

    /// Sorts by time, such as 20261127T153512Z.
    private static let moment = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
}
