import Foundation
import GRDB

@testable import App

/// A place for data folders of one test; gone with it.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A data folder that is not there yet.
    func folder(_ name: String = "data") -> DataFolder { DataFolder(url.appending(path: name).path) }

    /// A founded company that nobody has open.
    func company(_ name: String = "data") async throws -> DataFolder {
        let folder = folder(name)
        try await OpenCompany.found(in: folder, name: TestCompany.name, rulebook: "decoration").close()
        return folder
    }

    func rights(of file: URL) -> UInt32? { FileFacts(file)?.rights }

    /// Names in a folder, sorted.
    static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}

extension DataFolder {
    /// Does something to the database that no store would; nobody may have it open.
    func spoil(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: database.path, configuration: configuration)
        try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
    }
}
