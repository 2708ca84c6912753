import Foundation

/// Makes a backup under a temporary name, flushes and verifies it, and only then renames it (RUN-4).
struct BackupCopy: Sendable {
    let database: AppDatabase
    let folder: DataFolder
    let target: URL
    let stamp: Stamp
    /// Called with progress; throwing cancels, and leaves nothing behind.
    let report: @Sendable (String) throws -> Void

    func make() async throws -> BackupMade {
        try Backup.demandFree(target)
        let unfinished = DataFolder(target.path + ".unfinished")
        do {
            let files = try await OwnThread.run { try fill(unfinished) }
            try report("looking through the copy")
            let flaws = try await Soundness.flaws(in: unfinished)
            try await OwnThread.run { try putInPlace(unfinished) }
            let bytes = FileFacts(DataFolder(target.path).database)?.bytes ?? 0
            return BackupMade(files: files, bytes: bytes, flaws: flaws + (await note(files)))
        } catch {
            try? FileManager.default.removeItem(at: unfinished.url)
            guard let trouble = CommandError.ofStorage(error, at: target.path) else { throw error }
            throw CommandError("no backup was made: \(trouble)")
        }
    }

    /// The audit head is copied first: the copied chain may then be longer, never shorter. The database comes before
    /// the attachments: each file was there before its row.
    private func fill(_ unfinished: DataFolder) throws -> Int {
        try? FileManager.default.removeItem(at: unfinished.url)
        try demandRoom()
        try unfinished.make()
        for (from, to) in [(folder.auditHead, unfinished.auditHead), (folder.auditKey, unfinished.auditKey)]
        where FileManager.default.fileExists(atPath: from.path) {
            try AttachmentCopy.copy(from, to: to)
        }
        try database.backUp(to: unfinished.database) { try report("database: \($0) %") }
        let copy = AttachmentCopy(from: folder, to: unfinished, sharesFiles: true)
        let files = try copy.make { try report("photographs: \($0) files") }
        try DiskFile.flush(folder: unfinished.url)
        return files
    }

    private func demandRoom() throws(CommandError) {
        let needed = folder.databaseFiles.compactMap { FileFacts($0)?.bytes }.reduce(0, +)
        let place = target.deletingLastPathComponent()
        guard let free = FreeSpace.bytes(at: place), free < needed else { return }
        throw CommandError(
            "no backup was made: \(FreeSpace.text(free)) are free in \(place.path), the database alone has \(FreeSpace.text(needed))"
        )
    }

    private func putInPlace(_ unfinished: DataFolder) throws {
        try Backup.demandFree(target)
        try DiskFile.move(unfinished.url, to: target)
        try DiskFile.flush(folder: target.deletingLastPathComponent())
    }

    /// The backup is complete by now, so a failure to record it, as on a full disk, is only reported.
    private func note(_ files: Int) async -> [String] {
        do {
            try BackupAge.note(target, at: stamp.at, in: folder)
            try await database.write { [audit = database.audit] db in
                try audit.append(db, .backupMade, .company, stamp, detail: ["photographs": String(files)])
            }
            return []
        } catch {
            return ["the backup could not be noted in \(folder.url.path): \(CommandError.words(for: error))"]
        }
    }
}
