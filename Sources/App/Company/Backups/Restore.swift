import Foundation

/// Restores a data folder from a backup (RUN-6).
public enum Restore {
    /// - Parameter acceptsLoss: whether to accept a database without the audit entries that the head names.
    /// - Returns: the number of photographs' files, and the company's flaws, one sentence each.
    /// - Throws: `CommandError` when it is not a backup or is unsound, or the target is not empty.
    public static func make(
        from backup: DataFolder, to target: DataFolder, acceptsLoss: Bool = false,
        report: @Sendable @escaping (String) -> Void = { _ in }
    ) async throws -> (files: Int, flaws: [String]) {
        for file in [backup.database, backup.auditKey] where FileFacts(file.resolvingSymlinksInPath())?.isFile != true {
            throw CommandError("\(backup.url.path) is no backup: \(file.lastPathComponent) is missing")
        }
        guard target.isEmpty else { throw CommandError("\(target.url.path) is not empty; name a new folder") }
        do {
            let files = try await OwnThread.run { try fill(target, from: backup, report) }
            report("looking through what was restored")
            let flaws = try await Soundness.flaws(in: target)
            guard flaws.isEmpty || acceptsLoss else {
                throw CommandError(
                    "nothing was restored: \(flaws.joined(separator: "; ")) (--even-so restores it all the same)")
            }
            try Unfinished.end(in: target)
            return (files, flaws)
        } catch {
            empty(target)
            throw CommandError.opened(target, error)
        }
    }

    private static func fill(
        _ target: DataFolder, from backup: DataFolder, _ report: @Sendable (String) -> Void
    ) throws -> Int {
        do {
            try target.make()
        } catch {
            throw CommandError("\(target.url.path) cannot be made; make it first, for the account that will serve it")
        }
        _ = try FolderRights.putRight(target)
        try Unfinished.restoring.begin(in: target)
        for (from, to) in zip(backup.restored, target.restored) where FileFacts(from) != nil {
            report(from.lastPathComponent)
            try AttachmentCopy.copy(from, to: to)
        }
        // No hard links: the backup may be on a disk that is taken out.
        let files = try AttachmentCopy(from: backup, to: target, sharesFiles: false).make {
            report("photographs: \($0) files")
        }
        try DiskFile.flush(folder: target.url)
        return files
    }

    /// Removes what was restored so far; the folder itself may be a mount point, and stays.
    private static func empty(_ target: DataFolder) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: target.url.path)) ?? [] {
            try? FileManager.default.removeItem(at: target.url.appending(path: name))
        }
    }
}

extension DataFolder {
    /// The files of a company besides its attachments. A copy of a stopped company may have a write-ahead log.
    fileprivate var restored: [URL] { [auditKey, auditHead, database, URL(filePath: database.path + "-wal")] }
}
