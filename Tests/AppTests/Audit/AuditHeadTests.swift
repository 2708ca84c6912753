import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import App

/// The note beside the database that tells where the audit trail ends.
struct AuditHeadTests {
    private func verdict(_ company: TestCompany) async throws -> AuditVerdict {
        try await AuditStore(database: company.database).verify()
    }

    private func last(_ company: TestCompany) async throws -> Int {
        try await company.number("SELECT max(id) FROM audit_entry")
    }

    private func cutOff(_ count: Int, from company: TestCompany) async throws {
        try await company.database.write { db in
            try db.execute(sql: "DROP TRIGGER audit_entry_never_deleted")
            try db.execute(
                sql: "DELETE FROM audit_entry WHERE id > (SELECT max(id) FROM audit_entry) - ?", arguments: [count])
        }
    }

    @Test("without the note the trail is not called whole")
    func missing() async throws {
        let company = try await TestCompany()
        try FileManager.default.removeItem(at: company.folder.auditHead)
        #expect(try await verdict(company) == .headMissing)
    }

    @Test("a note that was written without the key counts as none")
    func forged() async throws {
        let company = try await TestCompany()
        let last = try await last(company)
        try "\(last) 00 00\n".write(to: company.folder.auditHead, atomically: true, encoding: .utf8)
        #expect(try await verdict(company) == .headMissing)
    }

    @Test("one torn slot leaves the other one good, and it is said that the last entry could be lost unnoticed")
    func torn() async throws {
        let company = try await TestCompany()
        let last = try await last(company)
        var note = try Data(contentsOf: company.folder.auditHead)
        let slot = (last % 2) * 256
        note.replaceSubrange(slot..<(slot + 40), with: Data(repeating: 0x78, count: 40))
        try note.write(to: company.folder.auditHead)
        #expect(try await verdict(company) == .slotUnreadable(count: last))
        for number in 1...2 { _ = try await company.registerCustomer("客户\(number)", phones: ["1380013800\(number)"]) }
        #expect(try await verdict(company) == .whole(count: try await self.last(company)), "it heals by going on")
    }

    @Test("a note that the disk refuses is told, and written once it takes it, without waiting for another entry")
    func refused() async throws {
        let company = try await TestCompany()
        let head = company.folder.auditHead
        let aside = head.appendingPathExtension("aside")
        _ = try await company.registerCustomer("客户", phones: ["13800138009"])
        try FileManager.default.moveItem(at: head, to: aside)
        try FileManager.default.createDirectory(at: head, withIntermediateDirectories: false)
        for number in 1...2 { _ = try await company.registerCustomer("客户\(number)", phones: ["1380013800\(number)"]) }
        #expect(try await company.browser().raw(.get, Paths.health).text.contains("audit-head: unreadable"))
        try FileManager.default.removeItem(at: head)
        try FileManager.default.moveItem(at: aside, to: head)
        #expect(try await company.browser().raw(.get, Paths.health).text.contains("audit-head: noted"))
        #expect(try await verdict(company) == .whole(count: try await last(company)))
    }

    @Test("a tail that was cut off stays noticed while others go on working")
    func workingOn() async throws {
        let company = try await TestCompany()
        try await cutOff(3, from: company)
        for number in 1...6 { _ = try await company.registerCustomer("客户\(number)", phones: ["1380013800\(number)"]) }
        let verdict = try await verdict(company)
        if case .whole = verdict { Issue.record("three entries are gone, and the trail is called \(verdict)") }
    }

    @Test("a tail that was cut off stays noticed after the server was started anew")
    func startedAnew() async throws {
        let company = try await TestCompany()
        try await cutOff(3, from: company)
        try company.app.database.close()
        let copy = DataFolder(company.folder.url.path + "-anew")
        defer { try? FileManager.default.removeItem(at: copy.url) }
        try FileManager.default.copyItem(at: company.folder.url, to: copy.url)
        let database = try AppDatabase(in: copy)
        defer { try? database.close() }
        let stamp = try company.stamp(.admin)
        for _ in 0..<3 {
            try await database.write { db in try database.audit.append(db, .listExported, .company, stamp) }
        }
        let verdict = try await AuditStore(database: database).verify()
        if case .whole = verdict { Issue.record("three entries are gone, and the trail is called \(verdict)") }
    }

    @Test("after a loss that was looked into the end is noted anew, which the trail says; a changed entry stays named")
    func noteAnew() async throws {
        let company = try await TestCompany()
        try await cutOff(3, from: company)
        try company.app.database.close()
        let copy = DataFolder(company.folder.url.path + "-noted")
        defer { try? FileManager.default.removeItem(at: copy.url) }
        try FileManager.default.copyItem(at: company.folder.url, to: copy.url)
        #expect(try await !AuditCheck.verify(copy).isWhole)
        _ = try await AuditCheck.noteEndAnew(copy)
        #expect(try await AuditCheck.verify(copy).isWhole)
        let reopened = try AppDatabase(in: copy)
        let noted = try await reopened.read { db in
            try String.fetchOne(db, sql: "SELECT action FROM audit_entry ORDER BY id DESC LIMIT 1")
        }
        #expect(noted == "head-noted-anew")
        try await reopened.withoutTransaction { db in
            try db.execute(sql: "DROP TRIGGER audit_entry_never_updated")
            try db.execute(sql: "UPDATE audit_entry SET address = 'x' WHERE id = 2")
        }
        try reopened.close()
        await #expect(throws: CommandError.self) { try await AuditCheck.noteEndAnew(copy) }
    }

    @Test("the command names what is wrong, also while the company is being served")
    func sentences() async throws {
        let company = try await TestCompany()
        let last = try await last(company)
        let whole = try await AuditCheck.verify(company.folder)
        #expect(whole.isWhole)
        #expect(whole.sentence.contains("\(last) entries"))
        try await cutOff(2, from: company)
        let (isWhole, sentence) = try await AuditCheck.verify(company.folder)
        #expect(!isWhole)
        #expect(sentence.contains("entry \(last - 2)") && sentence.contains("\(last)"))
    }
}
