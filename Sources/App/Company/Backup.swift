import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
    import Glibc
#endif

/// A copy of a company's data: the database as it was at one moment, its attachments, the audit key, and the note of
/// the latest entry.
public enum Backup {
    /// Copies the data into a new folder, from a stopped company or through its running server (RUN-4).
    /// - Throws: `Trouble` when the target exists, or the server does not begin within a minute or does not succeed.
    public static func make(of folder: DataFolder, to target: URL) async throws {
        guard folder.hasDatabase else { throw Trouble.noCompany(folder) }
        guard !FileManager.default.fileExists(atPath: target.path) else {
            throw Trouble("\(target.path) exists already; name a folder that does not")
        }
        do {
            let database = try AppDatabase(in: folder)
            try copy(database, in: folder, to: target)
            try database.close()
        } catch is DataLock.AlreadyInUse {
            try await askServer(of: folder, for: target)
        }
    }

    /// The note of the latest audit entry is copied first: the copied chain may then be longer, never shorter.
    static func copy(_ database: AppDatabase, in folder: DataFolder, to target: URL) throws {
        let files = FileManager.default
        let unfinished = DataFolder(target.path + ".unfinished")
        try? files.removeItem(at: unfinished.url)
        try unfinished.make()
        do {
            try fill(unfinished, from: database, in: folder)
        } catch {
            try? files.removeItem(at: unfinished.url)
            throw error
        }
        try files.moveItem(at: unfinished.url, to: target)
    }

    /// The database comes before the attachments: each file was there before its row.
    private static func fill(_ unfinished: DataFolder, from database: AppDatabase, in folder: DataFolder) throws {
        let files = FileManager.default
        for (from, to) in [(folder.auditHead, unfinished.auditHead), (folder.auditKey, unfinished.auditKey)]
        where files.fileExists(atPath: from.path) {
            try files.copyItem(at: from, to: to)
        }
        try database.backUp(to: unfinished.database)
        try AttachmentFolder.copy(folder, to: unfinished)
    }

    private static func askServer(of folder: DataFolder, for target: URL) async throws {
        guard let server = DataLock.holder(of: folder) else {
            throw Trouble("\(folder.url.path) is in use by a process that does not answer; stop it first")
        }
        try Data(target.path.utf8).write(to: folder.backupRequest, options: .atomic)
        guard kill(server, SIGUSR1) == 0 else { throw Trouble("the server (process \(server)) cannot be reached") }
        var waited = 0
        // Gigabytes of photographs may take long; the unfinished copy shows that the server is at it.
        while waited < 600 || FileManager.default.fileExists(atPath: target.path + ".unfinished") {
            try await Task.sleep(for: .milliseconds(100))
            waited += 1
            if FileManager.default.fileExists(atPath: target.path) { return }
        }
        throw Trouble("the server did not make the backup; see its log")
    }
}

/// Makes a backup inside the serving process when `huifang backup` asks for one with SIGUSR1.
struct BackupOnRequest: Service {
    let app: App
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sigusr1)
        for await _ in signals.cancelOnGracefulShutdown() { answer() }
    }

    private func answer() {
        let folder = app.settings.data
        do {
            let path = String(decoding: try Data(contentsOf: folder.backupRequest), as: UTF8.self)
            try FileManager.default.removeItem(at: folder.backupRequest)
            try Backup.copy(app.database, in: folder, to: URL(filePath: path))
            logger.info("backup made")
        } catch {
            logger.error("backup failed", metadata: ["type": "\(type(of: error))"])
        }
    }
}
