import Foundation

/// The folder that holds all of one company: database, attachments, audit key, lock.
public struct DataFolder: Sendable {
    public let url: URL

    public init(_ path: String) { url = URL(filePath: path, directoryHint: .isDirectory) }

    public var database: URL { url.appending(path: "huifang.sqlite") }
    var lock: URL { url.appending(path: "huifang.lock") }
    var auditKey: URL { url.appending(path: "audit.key") }
    var auditHead: URL { url.appending(path: "audit.head") }
    var attachments: URL { url.appending(path: "attachments", directoryHint: .isDirectory) }

    /// Room that is kept aside.
    var reserve: URL { url.appending(path: "reserve") }
    var clockSeen: URL { url.appending(path: "clock.seen") }
    /// Copies of the database from before each change of its schema.
    var snapshots: URL { url.appending(path: "snapshots", directoryHint: .isDirectory) }
    /// Where a ready server is asked for a backup.
    var backupSocket: URL { url.appending(path: "backup.socket") }
    /// The note of the latest backup.
    var backupMade: URL { url.appending(path: "backup.made") }
    /// There while the company is being made.
    var unfinished: URL { url.appending(path: "huifang.unfinished") }

    /// The database with its write-ahead log and that one's index.
    var databaseFiles: [URL] { ["", "-wal", "-shm"].map { URL(filePath: database.path + $0) } }

    /// Makes the folder, for its owner only; its name is on the disk when this returns.
    public func make() throws {
        guard !FileManager.default.fileExists(atPath: url.path) else { return }
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try DiskFile.flush(folder: url.standardizedFileURL.deletingLastPathComponent())
    }

    /// Whether nothing lies in the folder, or it is not there.
    var isEmpty: Bool { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).isEmpty }

    /// Whether a company was founded here already.
    public var hasDatabase: Bool { FileManager.default.fileExists(atPath: database.path) }
}
