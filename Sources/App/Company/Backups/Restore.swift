import Foundation

/// Makes a data folder out of a backup (RUN-6).
public enum Restore {
    /// - Parameter acceptsLoss: whether a database that lacks entries which its audit head names is taken as it is.
    /// - Returns: how many photographs' files there are, and what is wrong with the company, each a sentence.
    /// - Throws: `CommandError` when the backup is none or unsound, or the target holds anything.
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
        // A restored company shares no file with its backup, which may be on a disk that is taken out.
        let files = try AttachmentCopy(from: backup, to: target, sharesFiles: false).make {
            report("photographs: \($0) files")
        }
        try DiskFile.flush(folder: target.url)
        return files
    }

    /// What was put into a folder that had been empty; the folder itself may be a mount, and stays.
    private static func empty(_ target: DataFolder) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: target.url.path)) ?? [] {
            try? FileManager.default.removeItem(at: target.url.appending(path: name))
        }
    }
}

extension DataFolder {
    /// What a company is made of beside its attachments. A copy that was made of a stopped company may have a log.
    fileprivate var restored: [URL] { [auditKey, auditHead, database, URL(filePath: database.path + "-wal")] }
}
