import Foundation
import Synchronization

/// The files that belong to records, outside the database: each under the SHA-256 of its bytes, written once, never
/// changed (RUN-1, RUN-3).
///
/// A file is on the disk, with its name, before any row speaks of it: after a power cut there may be a file that
/// nobody knows, never a row without its file.
final class AttachmentFolder: Sendable {
    let url: URL
    let room: UploadRoom
    /// Held while a file is given its name and while one is thrown away, so that none is thrown away at that moment.
    private let naming = Mutex(())
    /// Folders whose names are known to be on the disk.
    private let lasting = Mutex(Set<String>())

    /// Makes the folder when there is none, and throws away what was being received when the last process ended.
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

    /// Whether the folder is still where it was. Once removed it is not made again by itself: that would hide the loss.
    var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Where a file of this digest lies; nil when it is no digest.
    func file(_ digest: String) -> URL? {
        guard digest.utf8.count == 64, digest.utf8.allSatisfy(Self.isDigit) else { return nil }
        return url.appending(path: "\(digest.prefix(2))/\(digest.dropFirst(2))")
    }

    /// Keeps bytes: when this returns they are on the disk, and so is their name.
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
            // Also when it is there already: the new one is young, and stays until its row is written.
            try naming.withLock { _ in try DiskFile.move(unfinished, to: target) }
        } catch {
            try? FileManager.default.removeItem(at: unfinished)
            throw error
        }
        try DiskFile.flush(folder: folder)
        return digest
    }

    /// Lends a folder for what one request brings; nothing of it is left afterwards, however that ends.
    func receiving<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
        let folder = incoming.appending(path: Sodium.token(bytes: 18), directoryHint: .isDirectory)
        try demandThere()
        try Self.make(folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await work(folder)
    }

    /// Throws away files that no record speaks of, but for young ones, whose row may just be on its way.
    /// - Parameter moment: files that were written after it stay.
    /// - Returns: how many were thrown away.
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

    /// Makes one of the folders that files are divided among. Its name must be on the disk before any file in it counts,
    /// and another call, or another process before a kill, may have made it and not flushed it.
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
