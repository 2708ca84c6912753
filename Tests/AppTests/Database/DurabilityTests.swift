import Foundation
import GRDB
import Testing

@testable import App

/// What makes an acknowledged submission survive (RUN-3).
struct DurabilityTests {
    @Test("the writer flushes each commit to the disk, before and after work was done")
    func synchronous() async throws {
        let company = try await TestCompany()
        let setting = { try company.database.writeNow { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") } }
        #expect(try setting() == 2)
        _ = try await company.owedCall()
        #expect(try setting() == 2)
    }

    @Test("commits go through the write-ahead log, and foreign keys are held")
    func modes() async throws {
        let company = try await TestCompany(isStaffed: false)
        let (mode, keys) = try company.database.writeNow { db in
            (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA foreign_keys"))
        }
        #expect(mode == "wal")
        #expect(keys == 1)
    }

    @Test("a folder that is being served cannot be opened a second time, and says so in words")
    func secondOpening() async throws {
        let company = try await TestCompany()
        #expect(throws: DataLock.AlreadyInUse.self) { try AppDatabase(in: company.folder) }
        let trouble = await #expect(throws: CommandError.self) { try await OpenCompany(in: company.folder) }
        #expect(trouble?.description.contains("in use") == true)
        let holder = try String(contentsOf: company.folder.lock, encoding: .utf8)
        #expect(holder == "\(ProcessInfo.processInfo.processIdentifier)\n")
    }

    @Test("a folder is free again once its database was closed and let go")
    func release() async throws {
        let folder = DataFolder(
            FileManager.default.temporaryDirectory.appending(path: "company-\(UUID().uuidString)").path)
        defer { try? FileManager.default.removeItem(at: folder.url) }
        for _ in 0..<2 {
            try folder.make()
            try AppDatabase(in: folder).close()
        }
    }

    @Test("folder, keys and lock are for their owner only")
    func fileRights() async throws {
        let folder = DataFolder(
            FileManager.default.temporaryDirectory.appending(path: "company-\(UUID().uuidString)").path)
        defer { try? FileManager.default.removeItem(at: folder.url) }
        let company = try await OpenCompany.found(in: folder, name: TestCompany.name, rulebook: "decoration")
        for file in [folder.auditKey, folder.auditHead, folder.lock] {
            #expect(try Self.rights(of: file) & 0o077 == 0, "\(file.lastPathComponent)")
        }
        #expect(try Self.rights(of: folder.url) & 0o077 == 0)
        try company.close()
    }

    private static func rights(of file: URL) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int)
    }

    @Test("a submission that fails half-way leaves nothing behind")
    func allOrNothing() async throws {
        let company = try await TestCompany()
        struct Broken: Error {}
        let before = try await company.number("SELECT count(*) FROM audit_entry")
        let stamp = try company.stamp(.agent)
        await #expect(throws: Broken.self) {
            try await company.database.once(.random(), stamp) { [audit = company.database.audit] db, stamp in
                try audit.append(db, .customerRegistered, .customer(1), stamp)
                throw Broken()
            }
        }
        #expect(try await company.number("SELECT count(*) FROM audit_entry") == before)
        #expect(try await company.number("SELECT count(*) FROM submission") == 0)
    }

    @Test("the same submission, ten times at once, is stored once and answered the same")
    func onceAtOnce() async throws {
        let company = try await TestCompany()
        let (id, stamp) = (SubmissionID.random(), try company.stamp(.agent))
        let paths = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<10 {
                group.addTask {
                    try await company.database.once(id, stamp) { [audit = company.database.audit] db, stamp in
                        try audit.append(db, .listExported, .company, stamp)
                        return "/\(number)"
                    }
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(paths.count == 1)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'list-exported'") == 1)
    }
}
