import Foundation
import Logging
import Testing

@testable import App

/// A backup is on the disk, was looked at, and leaves an entry before anybody is told that it is there (RUN-4).
struct BackupTests {
    private let scratch: ScratchFolder
    private let company: TestCompany

    init() async throws {
        scratch = try ScratchFolder()
        company = try await TestCompany()
    }

    private var target: URL { scratch.url.appending(path: "copy") }

    private func copy(to target: URL? = nil, _ report: @Sendable @escaping (String) throws -> Void = { _ in })
        async throws
        -> BackupMade
    {
        try await BackupCopy(
            database: company.database, folder: company.folder, target: target ?? self.target,
            stamp: company.stamp(.admin), report: report
        ).make()
    }

    @Test("a copy is whole, for its owner only, has an entry in the trail and a note of its age")
    func whole() async throws {
        _ = try await company.photograph(of: try await company.visit())
        let made = try await copy()
        #expect(made.files == 2)
        #expect(made.flaws == [])
        let folder = DataFolder(target.path)
        #expect(try await Soundness.flaws(in: folder) == [])
        #expect(FolderRights.flaws(of: folder) == [])
        #expect(try ScratchFolder.names(in: target) == ["attachments", "audit.head", "audit.key", "huifang.sqlite"])
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'backup-made'") == 1)
        let age = try #require(BackupAge(of: company.folder))
        #expect(age.target == target.path)
        #expect(age.seconds(at: company.clock.now.addingTimeInterval(90)) == 90)
        #expect(age.seconds(at: company.clock.now.addingTimeInterval(-90)) == 0)
    }

    @Test("a company that is not whole is copied, and what is wrong is said")
    func flaws() async throws {
        _ = try await company.photograph(of: try await company.visit())
        for file in try company.attachmentFiles() {
            try FileManager.default.removeItem(at: company.folder.attachments.appending(path: file))
        }
        try FileManager.default.removeItem(at: company.folder.auditHead)
        let made = try await copy()
        #expect(made.flaws.count == 2)
        #expect(made.flaws.contains { $0.contains("2 files of photographs are missing") })
        #expect(made.flaws.contains { $0.contains("audit.head is missing") })
    }

    @Test("a copy that is broken off leaves nothing")
    func brokenOff() async throws {
        struct Gone: Error {}
        await #expect(throws: Gone.self) { try await copy { _ in throw Gone() } }
        #expect(try ScratchFolder.names(in: scratch.url) == [])
        #expect(BackupAge(of: company.folder) == nil)
    }

    @Test("a target that exists, or lies nowhere, is refused in words and left as it was")
    func targets() async throws {
        try Data("mine".utf8).write(to: target)
        let exists = await #expect(throws: CommandError.self) { try await copy() }
        #expect(exists?.description.contains("exists already") == true)
        #expect(try Data(contentsOf: target) == Data("mine".utf8))
        let nowhere = scratch.url.appending(path: "no/where")
        let missing = await #expect(throws: CommandError.self) { try await copy(to: nowhere) }
        #expect(missing?.description.contains("there is no folder") == true)
    }

    @Test("a stopped company is copied by the command itself, and its trail says so")
    func stopped() async throws {
        let folder = try await scratch.company()
        let made = try await Backup.make(of: folder, to: target)
        #expect(made.flaws == [])
        let verdict = try await AuditCheck.verify(folder)
        #expect(verdict.isWhole && verdict.sentence.contains("2 entries"))
    }

    @Test("whoever has the folder and does not serve is left alone, and the command says so in time")
    func notReady() async throws {
        let trouble = await #expect(throws: CommandError.self) {
            try await Backup.make(of: company.folder, to: target, patience: .milliseconds(300))
        }
        #expect(trouble?.description.contains("not ready") == true)
        #expect(!FileManager.default.fileExists(atPath: target.path))
    }

    @Test("what a server answers is read back as it was said")
    func messages() {
        let messages: [BackupMessage] = [
            .progress("database: 40 %"), .failed("no room"), .done(BackupMade(files: 3, bytes: 9, flaws: [])),
            .done(BackupMade(files: 3, bytes: 9, flaws: ["one", "two"])),
        ]
        for message in messages { #expect(BackupMessage(line: message.line) == message) }
        #expect(BackupMessage(line: BackupMessage.failed("a\tb\nc").line) == .failed("a b c"))
        for line in ["", "done", "done\tx\t1", "hello\tthere", "failed"] { #expect(BackupMessage(line: line) == nil) }
    }
}
