import Foundation
import GRDB
import Logging
import Synchronization
import Testing

@testable import App

/// Files and rows: neither is left without the other for longer than it takes (RUN-3, RUN-4).
struct AttachmentFolderTests {
    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    private var attachments: AttachmentFolder { company.app.attachments }

    private func round() -> Housekeeping {
        Housekeeping(app: company.app, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Makes every file look as if it had been written then.
    private func age(_ days: Double) throws {
        for file in try company.attachmentFiles() {
            try FileManager.default.setAttributes(
                [.modificationDate: company.clock.now.addingTimeInterval(-days * 86_400)],
                ofItemAtPath: company.folder.attachments.appending(path: file).path)
        }
    }

    @Test("a file lies under its digest, for its owner only, and the same bytes are one file")
    func addresses() throws {
        let digest = try attachments.keep([1, 2, 3])
        #expect(try attachments.keep([1, 2, 3]) == digest)
        #expect(digest == Sodium.sha256([1, 2, 3]))
        let file = try #require(attachments.file(digest))
        #expect(try Data(contentsOf: file) == Data([1, 2, 3]))
        #expect(try company.attachmentFiles().count == 1)
        let facts = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        for text in ["", "ab", "../../audit.key", digest.uppercased(), digest + "0"] where text != digest {
            #expect(attachments.file(text) == nil)
        }
    }

    @Test("files that no record speaks of go after a day, and no others")
    func sweeping() async throws {
        let visit = try await company.visit()
        _ = try await company.photograph(of: visit)
        let orphan = try attachments.keep([1])
        await round().run()
        #expect(try company.attachmentFiles().count == 3)
        try age(2)
        let young = try attachments.keep([2])
        await round().run()
        let left = try company.attachmentFiles()
        #expect(left.count == 3)
        #expect(!left.contains("\(orphan.prefix(2))/\(orphan.dropFirst(2))"))
        #expect(left.contains("\(young.prefix(2))/\(young.dropFirst(2))"))
    }

    @Test("the files of a removed photograph go when it can no longer be put back")
    func removed() async throws {
        let token = try await company.photograph(of: try await company.visit())
        try await company.remove(token)
        try age(30)
        company.clock.advance(days: 7)
        await round().run()
        #expect(try company.attachmentFiles().count == 2)
        company.clock.advance(days: 1.1)
        await round().run()
        #expect(try company.attachmentFiles() == [])
    }

    @Test("a row is written only after its files are there; without them there is none")
    func order() async throws {
        let visit = try await company.visit()
        let path = Paths.photographs(visit: visit)
        let browser = try await company.browser(signedInAs: .technician)
        let form = try await browser.get(path).form(path)
        // Where the folders of digests should be made, something else lies.
        for number in 0..<256 {
            let name = String(number + 256, radix: 16).dropFirst()
            try Data().write(to: company.folder.attachments.appending(path: String(name)))
        }
        let file = ChosenFile(name: "1.jpg", bytes: try TestPhotograph.jpeg())
        #expect(try await browser.send(form, files: [file]).status == 503)
        #expect(try await company.number("SELECT count(*) FROM photograph") == 0)
        #expect(try company.halfReceived() == [])
    }

    @Test("a folder that was removed while serving is not made again by itself, and nothing is kept in it")
    func gone() async throws {
        try FileManager.default.removeItem(at: company.folder.attachments)
        #expect(!attachments.isThere)
        #expect(throws: DiskFile.Problem.self) { try attachments.keep([1]) }
        await #expect(throws: DiskFile.Problem.self) { try await attachments.receiving { _ in } }
        #expect(!FileManager.default.fileExists(atPath: company.folder.attachments.path))
    }

    @Test("a start without the folder of attachments tells how many photographs have lost their files")
    func lost() async throws {
        _ = try await company.photograph(of: try await company.visit())
        let target = company.folder.url.appending(path: "copy")
        _ = try await BackupCopy(
            database: company.database, folder: company.folder, target: target, stamp: company.stamp(.admin)
        ) { _ in }.make()
        try FileManager.default.removeItem(at: DataFolder(target.path).attachments)
        let told = Mutex<[OpeningNews]>([])
        let app = try await App(
            Settings(data: DataFolder(target.path)), TestCompany.files(),
            tell: { news in told.withLock { $0.append(news) } })
        #expect(told.withLock { $0 }.contains(.attachmentsLost(files: 1)))
        #expect(app.attachments.isThere)
        try app.database.close()
    }

    @Test("a backup has the attachments, each as it was")
    func backup() async throws {
        _ = try await company.photograph(of: try await company.visit())
        let target = company.folder.url.appending(path: "copy")
        _ = try await BackupCopy(
            database: company.database, folder: company.folder, target: target, stamp: company.stamp(.admin)
        ) { _ in }.make()
        let copy = DataFolder(target.path)
        let digests = try await company.database.read { db in
            try String.fetchAll(
                db, sql: "SELECT digest FROM photograph UNION ALL SELECT thumbnail_digest FROM photograph")
        }
        #expect(digests.count == 2)
        for digest in digests {
            let file = copy.attachments.appending(path: "\(digest.prefix(2))/\(digest.dropFirst(2))")
            #expect(Sodium.sha256(try Data(contentsOf: file)) == digest)
        }
        #expect(!FileManager.default.fileExists(atPath: copy.attachments.appending(path: "incoming").path))
    }
}
