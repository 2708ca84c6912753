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

    var clockSeen: URL { url.appending(path: "clock.seen") }

    var backupRequest: URL { url.appending(path: "backup.request") }

    /// Makes the folder, for its owner only.
    public func make() throws {
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Whether a company was founded here already.
    public var hasDatabase: Bool { FileManager.default.fileExists(atPath: database.path) }
}
