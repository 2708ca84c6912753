import Foundation

/// Marker in a data folder while its company is being created: a half-made one is never served (RUN-5).
enum Unfinished: String, Sendable {
    case founding = "init"
    case demo
    case restoring = "restore"

    /// Writes the marker to disk, before anything else.
    func begin(in folder: DataFolder) throws {
        try? FileManager.default.removeItem(at: folder.unfinished)
        let file = try DiskFile(making: folder.unfinished)
        try Array(rawValue.utf8).withUnsafeBytes { try file.write($0) }
        try file.flush()
        try DiskFile.flush(folder: folder.url)
    }

    /// Removes the marker once everything is on disk.
    static func end(in folder: DataFolder) throws {
        try FileManager.default.removeItem(at: folder.unfinished)
        try DiskFile.flush(folder: folder.url)
    }

    /// - Throws: `CommandError` when the marker is still there.
    static func refuse(_ folder: DataFolder) throws(CommandError) {
        guard FileManager.default.fileExists(atPath: folder.unfinished.path) else { return }
        let command = (try? String(contentsOf: folder.unfinished, encoding: .utf8)).flatMap(Unfinished.init)
        throw CommandError(
            "huifang \(command?.rawValue ?? "init") was broken off in \(folder.url.path); remove that folder and run the command again"
        )
    }
}
