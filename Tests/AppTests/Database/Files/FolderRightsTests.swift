import Foundation
import Testing

@testable import App

/// Files are readable by the serving account alone, however the folder was made (ACC-15).
struct FolderRightsTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func open(_ file: URL, _ rights: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
    }

    @Test("a company that is founded in a folder which others can read is closed to them, every file of it")
    func foundedInOpenFolder() async throws {
        let folder = scratch.folder()
        try FileManager.default.createDirectory(
            at: folder.url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        let company = try await OpenCompany.found(in: folder, name: TestCompany.name, rulebook: "decoration")
        for name in try ScratchFolder.names(in: folder.url) {
            #expect(scratch.rights(of: folder.url.appending(path: name))! & 0o077 == 0, "\(name)")
        }
        #expect(scratch.rights(of: folder.url) == 0o700)
        try company.close()
    }

    @Test("what was open is put right at the next opening, attachments and all, and told")
    func putRight() async throws {
        let folder = try await scratch.company()
        let attachments = try AttachmentFolder(folder)
        let file = try #require(attachments.file(try attachments.keep([1, 2, 3])))
        for one in [file, file.deletingLastPathComponent(), folder.attachments] { try open(one, 0o755) }
        for one in [folder.database, folder.auditKey, folder.auditHead] { try open(one, 0o644) }
        let news = try Self.news(of: folder)
        #expect(news.contains { if case .closedToOthers(let files) = $0 { files >= 6 } else { false } })
        for one in folder.databaseFiles + [folder.auditKey, folder.auditHead, file] where FileFacts(one) != nil {
            #expect(scratch.rights(of: one) == 0o600, "\(one.lastPathComponent)")
        }
        #expect(scratch.rights(of: folder.attachments) == 0o700)
        #expect(try Self.news(of: folder) == [])
    }

    /// Opens a folder, and lets it go again.
    private static func news(of folder: DataFolder) throws -> [OpeningNews] {
        let database = try AppDatabase(in: folder, .working)
        try database.close()
        return database.news
    }

    @Test("a folder that others can write is refused in words", arguments: [0o777, 0o770, 0o702])
    func writable(_ rights: Int) async throws {
        let folder = try await scratch.company()
        try open(folder.url, rights)
        let trouble = await #expect(throws: CommandError.self) { try await OpenCompany(in: folder) }
        #expect(trouble?.description.contains("chmod 700") == true)
        #expect(FolderRights.flaws(of: folder).count == 1)
    }

    @Test("a folder or a file of another user is refused in words", .enabled(if: FileFacts.isRoot))
    func foreign() async throws {
        let folder = try await scratch.company()
        for file in [folder.database, folder.url] {
            #expect(chown(file.path, 12_345, 12_345) == 0)
            let trouble = await #expect(throws: CommandError.self) { try await OpenCompany(in: folder) }
            #expect(trouble?.description.contains("belongs to another user (number 12345)") == true)
            #expect(chown(file.path, 0, 0) == 0)
        }
        try await OpenCompany(in: folder).close()
    }

    @Test("a folder that is reached by a link is looked at where it lies")
    func link() async throws {
        let folder = try await scratch.company()
        let link = scratch.folder("link")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url.appending(path: "link").path, withDestinationPath: folder.url.path)
        try await OpenCompany(in: link).close()
    }
}
