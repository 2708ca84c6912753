import Foundation
import Synchronization

/// Content-addressed store for the files of records, outside the database: each is named by the SHA-256 of its bytes,
/// written once, never changed (RUN-1, RUN-3).
///
/// A file is flushed before any row refers to it: a power cut may leave an orphaned file, never a row without its file.
final class AttachmentFolder: Sendable {
    let url: URL
    let room: UploadRoom
    /// Mutex between naming a file and sweeping, so that a file is not deleted while it gets its name.
    private let naming = Mutex(())
    /// Subfolders whose names are known to be flushed.
    private let lasting = Mutex(Set<String>())

    /// Creates the folder when it is absent, and deletes partial uploads of the last process.
    init(_ data: DataFolder, room: UploadRoom? = nil) throws {
        url = data.attachments
        self.room = room ?? UploadRoom(of: data.url)
        if !isThere {
            try Self.make(url)
            try DiskFile.flush(folder: data.url)
        }
        try? FileManager.default.removeItem(at: incoming)
        try Self.make(incoming)
    }

    /// Whether the folder is still there. A deleted folder is not recreated while running: that would hide the loss.
    var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// The path of a digest; nil when the text is not one.
    func file(_ digest: String) -> URL? {
        guard digest.utf8.count == 64, digest.utf8.allSatisfy(Self.isDigit) else { return nil }
        return url.appending(path: "\(digest.prefix(2))/\(digest.dropFirst(2))")
    }

    /// Stores bytes; when this returns, the file and its name are flushed.
    /// - Returns: their digest.
    func keep(_ bytes: [UInt8]) throws -> String {
        let digest = Sodium.sha256(bytes)
        guard let target = file(digest) else { throw CocoaError(.fileWriteInvalidFileName) }
        let folder = target.deletingLastPathComponent()
        try demandThere()
        try makeLasting(folder)
        let unfinished = incoming.appending(path: Sodium.token(bytes: 18))
        do {
            let file = try DiskFile(making: unfinished)
            try bytes.withUnsafeBytes { try file.write($0) }
            try file.flush()
            // Also when it is there already: the new file is young, and is not swept before its row is written.
            try naming.withLock { _ in try DiskFile.move(unfinished, to: target) }
        } catch {
            try? FileManager.default.removeItem(at: unfinished)
            throw error
        }
        try DiskFile.flush(folder: folder)
        return digest
    }

    /// Provides a temporary folder for one request's files, deleted afterwards in any case.
    func receiving<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
        let folder = incoming.appending(path: Sodium.token(bytes: 18), directoryHint: .isDirectory)
        try demandThere()
        try Self.make(folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await work(folder)
    }

    /// Garbage collection: deletes files that no record refers to, except young ones, whose row may be about to be
    /// written.
    /// - Parameter moment: files written after it are kept.
    /// - Returns: how many were deleted.
    func sweep(olderThan moment: Date, isNeeded: (String) async throws -> Bool) async throws -> Int {
        var count = 0
        let files = FileManager.default
        let folders = try files.contentsOfDirectory(atPath: url.path).filter { $0.utf8.count == 2 }
        for folder in folders.sorted() {
            for name in try files.contentsOfDirectory(atPath: url.appending(path: folder).path) {
                guard let file = file(folder + name), isOlder(file, than: moment),
                    try await !isNeeded(folder + name)
                else { continue }
                naming.withLock { _ in
                    guard isOlder(file, than: moment) else { return }
                    if (try? files.removeItem(at: file)) != nil { count += 1 }
                }
            }
        }
        return count
    }

    private var incoming: URL { url.appending(path: "incoming", directoryHint: .isDirectory) }

    private func isOlder(_ file: URL, than moment: Date) -> Bool {
        let facts = try? FileManager.default.attributesOfItem(atPath: file.path)
        return (facts?[.modificationDate] as? Date).map { $0 < moment } ?? false
    }

    /// Creates a subfolder. Its name is flushed before any file in it counts, since another call, or a process that was
    /// killed, may have created it without flushing.
    private func makeLasting(_ folder: URL) throws {
        let name = folder.lastPathComponent
        guard !lasting.withLock({ $0.contains(name) }) else { return }
        try Self.make(folder)
        try DiskFile.flush(folder: url)
        lasting.withLock { _ = $0.insert(name) }
    }

    private func demandThere() throws(DiskFile.Problem) {
        guard isThere else { throw DiskFile.Problem(path: url.path, code: ENOENT) }
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
