import Foundation

/// The folder of one company's data: database, attachments, audit key, lock.
public struct DataFolder: Sendable {
    public let url: URL

    public init(_ path: String) { url = URL(filePath: path, directoryHint: .isDirectory) }

    public var database: URL { url.appending(path: "huifang.sqlite") }
    var lock: URL { url.appending(path: "huifang.lock") }
    var auditKey: URL { url.appending(path: "audit.key") }
    var auditHead: URL { url.appending(path: "audit.head") }
    var attachments: URL { url.appending(path: "attachments", directoryHint: .isDirectory) }

    /// Disk space reserved for emergencies.
    var reserve: URL { url.appending(path: "reserve") }
    var clockSeen: URL { url.appending(path: "clock.seen") }
    /// Snapshots of the database from before each migration.
    var snapshots: URL { url.appending(path: "snapshots", directoryHint: .isDirectory) }
    /// Unix socket on which a running server takes requests for a backup.
    var backupSocket: URL { url.appending(path: "backup.socket") }
    /// Record of the latest backup.
    var backupMade: URL { url.appending(path: "backup.made") }
    /// Marker that exists while the company is being created.
    var unfinished: URL { url.appending(path: "huifang.unfinished") }

    /// The database, its write-ahead log and the log's shared-memory index.
    var databaseFiles: [URL] { ["", "-wal", "-shm"].map { URL(filePath: database.path + $0) } }

    /// Creates the folder with access for its owner only, and flushes its name to disk.
    public func make() throws {
        guard !FileManager.default.fileExists(atPath: url.path) else { return }
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try DiskFile.flush(folder: url.standardizedFileURL.deletingLastPathComponent())
    }

    /// Whether the folder is empty or absent.
    var isEmpty: Bool { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).isEmpty }

    /// Whether there is a company in the folder.
    public var hasDatabase: Bool { FileManager.default.fileExists(atPath: database.path) }
}
