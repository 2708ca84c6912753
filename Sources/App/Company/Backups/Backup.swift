import Foundation

/// Backup of a company: a snapshot of the database, the attachments, the audit key, and the head of the audit chain.
public enum Backup {
    /// Makes a backup in a new folder, of a stopped company or through its running server (RUN-4).
    /// - Parameter patience: how long to wait for a server to become ready.
    /// - Parameter report: called with progress.
    /// - Throws: `CommandError` when the target exists, no server is ready, or the backup fails.
    public static func make(
        of folder: DataFolder, to target: URL, patience: Duration = .seconds(10),
        report: @Sendable @escaping (String) -> Void = { _ in }
    ) async throws -> BackupMade {
        guard folder.hasDatabase else { throw CommandError.noCompany(folder) }
        let target = target.standardizedFileURL
        try demandFree(target)
        let end = ContinuousClock.now + patience
        repeat {
            if let made = try await copy(folder, to: target, report) { return made }
            if let server = LocalSocket.connected(to: folder.backupSocket) {
                return try await OwnThread.run { try BackupAsking(server: server, target: target).ask(report) }
            }
            try await Task.sleep(for: .milliseconds(200))
        } while .now < end
        throw CommandError(
            "\(folder.url.path) is in use by a huifang that is not ready: it starts, ends, or does not serve; try again when it serves"
        )
    }

    /// - Returns: nil while another process has the company.
    private static func copy(
        _ folder: DataFolder, to target: URL, _ report: @Sendable @escaping (String) -> Void
    ) async throws -> BackupMade? {
        // Root may request a backup of any company, but must leave no files of its own in it.
        if FileFacts.isRoot, FileFacts(folder.url.resolvingSymlinksInPath())?.isOurs == false {
            guard LocalSocket.connected(to: folder.backupSocket) == nil else { return nil }
        }
        let database: AppDatabase
        do {
            database = try AppDatabase(in: folder, .copying)
        } catch is DataLock.AlreadyInUse {
            return nil
        } catch {
            throw CommandError.opened(folder, error)
        }
        let copy = BackupCopy(database: database, folder: folder, target: target, stamp: .command, report: report)
        let made = try await copy.make()
        try database.close()
        return made
    }

    static func demandFree(_ target: URL) throws(CommandError) {
        guard FileFacts(target) == nil else {
            throw CommandError("\(target.path) exists already; name a folder that does not")
        }
        let place = target.deletingLastPathComponent()
        guard FileFacts(place.resolvingSymlinksInPath())?.isFolder == true else {
            throw CommandError("there is no folder \(place.path); make it first")
        }
        guard !target.path.contains(where: \.isNewline) else { throw CommandError("a backup's path has one line") }
    }
}
