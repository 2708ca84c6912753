import Foundation

/// Copies every attachment into another data folder; on the disk, with its name, when it returns (RUN-4).
struct AttachmentCopy {
    let from: DataFolder
    let to: DataFolder
    /// Attachments never change, so on the same disk another name for a file is a copy of it.
    let sharesFiles: Bool

    /// - Parameter progress: told now and then how many there are; what it throws ends it.
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

    /// - Returns: false for a file that was swept meanwhile, which nobody misses.
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
