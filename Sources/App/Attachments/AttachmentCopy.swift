import Foundation

/// Copies all attachments into another data folder, flushed to disk with their names (RUN-4).
struct AttachmentCopy {
    let from: DataFolder
    let to: DataFolder
    /// Attachments are immutable, so on the same disk a hard link is a copy.
    let sharesFiles: Bool

    /// - Parameter progress: called now and then with the count; throwing cancels.
    /// - Returns: how many files were copied.
    func make(_ progress: (Int) throws -> Void) throws -> Int {
        let files = FileManager.default
        guard files.fileExists(atPath: from.attachments.path) else { return 0 }
        var count = 0
        try Self.makeFolder(to.attachments)
        for folder in try files.contentsOfDirectory(atPath: from.attachments.path) where folder.utf8.count == 2 {
            let (source, target) = (from.attachments.appending(path: folder), to.attachments.appending(path: folder))
            try Self.makeFolder(target)
            for name in try files.contentsOfDirectory(atPath: source.path) {
                guard try copy(source.appending(path: name), to: target.appending(path: name)) else { continue }
                count += 1
                if count % 200 == 0 { try progress(count) }
            }
            try DiskFile.flush(folder: target)
        }
        try DiskFile.flush(folder: to.attachments)
        return count
    }

    /// - Returns: false for a file that was swept meanwhile, which nothing refers to.
    private func copy(_ file: URL, to target: URL) throws -> Bool {
        if sharesFiles, (try? FileManager.default.linkItem(at: file, to: target)) != nil { return true }
        guard FileManager.default.fileExists(atPath: file.path) else { return false }
        try Self.copy(file, to: target)
        return true
    }

    /// Copies one file, for its owner only, and flushes it.
    static func copy(_ file: URL, to target: URL) throws {
        let (source, copy) = (try DiskFile(reading: file), try DiskFile(making: target))
        while case let bytes = try source.read(atMost: 1 << 18), !bytes.isEmpty {
            try bytes.withUnsafeBytes { try copy.write($0) }
        }
        try copy.flush()
    }

    private static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
}
