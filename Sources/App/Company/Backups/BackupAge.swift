import Foundation

/// Age of the latest backup, from its record in the data folder: for health checks, `huifang check` and administrators
/// (RUN-4).
public struct BackupAge: Sendable, Hashable {
    public let madeAt: Date
    /// The folder of the backup.
    public let target: String

    /// - Returns: nil when there was no backup, or its record cannot be read.
    public init?(of folder: DataFolder) {
        guard let text = try? String(contentsOf: folder.backupMade, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
        guard lines.count == 2, let moment = try? Date(lines[0], strategy: .iso8601) else { return nil }
        madeAt = moment
        target = lines[1].trimmingCharacters(in: .newlines)
    }

    /// - Returns: 0 for a time in the future, as after the clock was set back.
    public func seconds(at now: Date) -> TimeInterval { max(0, now.timeIntervalSince(madeAt)) }

    /// Records a backup; flushed, and written atomically.
    static func note(_ target: URL, at moment: Date, in folder: DataFolder) throws {
        let unfinished = URL(filePath: folder.backupMade.path + ".unfinished")
        try? FileManager.default.removeItem(at: unfinished)
        let file = try DiskFile(making: unfinished)
        try Array("\(moment.formatted(.iso8601))\n\(target.path)\n".utf8).withUnsafeBytes { try file.write($0) }
        try file.flush()
        try DiskFile.move(unfinished, to: folder.backupMade)
        try DiskFile.flush(folder: folder.url)
    }
}
