import Foundation
import Testing

@testable import App

/// A data folder is made out of a backup, and looked at before it is called restored (RUN-6).
struct RestoreTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func backup(_ name: String = "backup", of folder: DataFolder) async throws -> DataFolder {
        let target = scratch.url.appending(path: name)
        _ = try await Backup.make(of: folder, to: target)
        return DataFolder(target.path)
    }

    @Test("what was backed up is served again, with its photographs, and shares no file with the backup")
    func roundTrip() async throws {
        let company = try await TestCompany()
        _ = try await company.photograph(of: try await company.visit())
        let target = scratch.url.appending(path: "backup")
        _ = try await BackupCopy(
            database: company.database, folder: company.folder, target: target, stamp: company.stamp(.admin)
        ) { _ in }.make()
        let restored = scratch.folder("restored")
        let (files, flaws) = try await Restore.make(from: DataFolder(target.path), to: restored)
        #expect(files == 2)
        #expect(flaws == [])
        let app = try await App(
            Settings(data: restored), TestCompany.files(), clock: CompanyClock(clock: { company.clock.now }))
        #expect(app.database.news.allSatisfy { if case .checking = $0 { true } else { false } })
        #expect(try await PhotographStore(database: app.database).count() == 1)
        try app.database.close()
        let inode = { (folder: DataFolder) in
            let name = try #require(try company.attachmentFiles().first)
            return try FileManager.default.attributesOfItem(atPath: folder.attachments.appending(path: name).path)[
                .systemFileNumber] as? Int
        }
        #expect(try inode(restored) != inode(DataFolder(target.path)))
    }

    @Test("yesterday's database with today's audit head is refused, and restored only when told to")
    func headOfAnotherDay() async throws {
        let folder = try await scratch.company()
        let backup = try await backup(of: folder)
        let company = try await OpenCompany(in: folder)
        try await company.add(username: "li", name: "李", roles: [.agent], password: TestCompany.password)
        try company.close()
        try FileManager.default.removeItem(at: backup.auditHead)
        try FileManager.default.copyItem(at: folder.auditHead, to: backup.auditHead)
        let restored = scratch.folder("restored")
        let trouble = await #expect(throws: CommandError.self) { try await Restore.make(from: backup, to: restored) }
        #expect(trouble?.description.contains("cut off") == true)
        #expect(restored.isEmpty)
        let flaws = try await Restore.make(from: backup, to: restored, acceptsLoss: true).flaws
        #expect(flaws.count == 1)
        try await OpenCompany(in: restored).close()
    }

    @Test("a folder that holds anything, a backup that is none, and a damaged one are refused, and nothing is left")
    func refusals() async throws {
        let folder = try await scratch.company()
        let backup = try await backup(of: folder)
        let taken = await #expect(throws: CommandError.self) { try await Restore.make(from: backup, to: folder) }
        #expect(taken?.description.contains("not empty") == true)
        let none = await #expect(throws: CommandError.self) {
            try await Restore.make(from: scratch.folder("none"), to: scratch.folder("new"))
        }
        #expect(none?.description.contains("is no backup") == true)
        var damaged = try Data(contentsOf: backup.database)
        damaged.replaceSubrange(8_192..<8_300, with: Data(repeating: 0xA5, count: 108))
        try damaged.write(to: backup.database)
        let broken = await #expect(throws: CommandError.self) {
            try await Restore.make(from: backup, to: scratch.folder("new"))
        }
        #expect(broken?.description.contains("damaged") == true)
        #expect(scratch.folder("new").isEmpty)
    }

    @Test("a restore that was broken off is refused as unfinished")
    func brokenOff() async throws {
        let folder = try await scratch.company()
        try Unfinished.restoring.begin(in: folder)
        let trouble = await #expect(throws: CommandError.self) { try await OpenCompany(in: folder) }
        #expect(trouble?.description.contains("huifang restore was broken off") == true)
    }
}
