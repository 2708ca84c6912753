import Foundation
import HTTPTypes
import Rulebooks
import GRDB
import Testing

@testable import App

@Suite("Troubles of the disk are told to whoever meets them and whoever can mend them, and lose no word (RUN-4, RUN-5)")
struct HealthTests {
    private func health(_ company: TestCompany) async throws -> RawAnswer {
        try await company.browser().raw(.get, Paths.health)
    }

    private func newCustomer(_ company: TestCompany) async throws -> (Browser, ShownForm, [String: Typed]) {
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.newCustomer).form(Paths.customers)
        let known = Typed([try company.member(.agent).id, try company.member(.agent2).id].map(String.init))
        return (
            browser, form,
            [
                "name": "赵六", "phones.0.number": "13711112222", "known-by": known,
                "notes": Typed("门铃坏了，请打电话" + String(repeating: "。长话", count: 450)),
            ]
        )
    }

    private func backUp(_ company: TestCompany) throws {
        try BackupAge.note(URL(filePath: "/backups/1"), at: company.clock.now, in: company.folder)
    }

    @Test("in order")
    func good() async throws {
        let company = try await TestCompany()
        try backUp(company)
        let answer = try await health(company)
        #expect(answer.status == 200 && answer.text.hasPrefix("ok\n") && answer.text.contains("backup: recent"))
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try await admin.get(Paths.condition).text.contains("一切正常"))
    }

    @Test("a backup that is missing or late is told to both, and stops nobody from working")
    func backups() async throws {
        let company = try await TestCompany(settings: { Settings(data: $0, backupAge: 3_600) })
        #expect(try await health(company).text.contains("backup: not-yet"))
        company.clock.advance(hours: 2)
        let never = try await health(company)
        #expect(never.status == 200 && never.text.hasPrefix("attention\n") && never.text.contains("backup: never"))
        try backUp(company)
        #expect(try await health(company).text.hasPrefix("ok\n"))
        company.clock.advance(hours: 2)
        let late = try await health(company)
        #expect(late.status == 200 && late.text.hasPrefix("attention\n") && late.text.contains("backup: late"))
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try await admin.get(Paths.staff).find("//a[@href='/condition']").count == 1, "every page leads there")
        #expect(try await admin.get(Paths.condition).text.contains("2 小时前；应当每晚备份一次"))
    }

    @Test("a folder of photographs that was removed is told")
    func attachmentsGone() async throws {
        let company = try await TestCompany()
        try FileManager.default.removeItem(at: company.folder.attachments)
        let answer = try await health(company)
        #expect(answer.status == 503 && answer.text.contains("attachments: gone"))
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try await admin.get(Paths.staff).find("//a[@href='/condition']").count == 1)
    }

    @Test("every page of an administrator leads to the condition while the trail has lost its note, and only theirs")
    func headGone() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        let agent = try await company.browser(signedInAs: .agent)
        func leads(_ browser: Browser) async throws -> Int {
            try await browser.get(Paths.today).find("//a[@href='/condition']").count
        }
        #expect(try await leads(admin) == 0)
        try await company.database.write { db in
            try db.execute(sql: "DROP TRIGGER audit_entry_never_deleted")
            try db.execute(sql: "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")
        }
        #expect(try await leads(admin) == 1)
        #expect(try await leads(agent) == 0)
    }

    @Test("pages that could not be read count as damage until the database was looked through and is whole")
    func unreadablePages() async throws {
        let company = try await TestCompany()
        company.database.health.note(.corrupt, reference: "7")
        #expect(try await health(company).text.contains("records: readable"))
        // The next look may not follow at once.
        company.database.health.note(.corrupt, reference: "8")
        let answer = try await health(company)
        #expect(answer.status == 503 && answer.text.contains("records: damaged"))
    }

    @Test("no room: 507 with what was typed and a button to send it again; when there is room it is stored, once")
    func full() async throws {
        let company = try await TestCompany()
        let (browser, form, typed) = try await newCustomer(company)
        try await company.database.setMostPages(toThoseInUse: true)
        let body = FormText.encode(try form.entries(typed))
        let refused = try await company.answer(.post, form.action, cookies: browser.cookies, body: body)
        #expect(refused.status == 507 && refused.headers[.retryAfter] != nil)
        #expect(refused.text.contains("门铃坏了，请打电话") && refused.text.contains("磁盘已满"))
        try await company.database.setMostPages(toThoseInUse: false)
        let again = try await browser.submit(try refused.form(Paths.customers))
        #expect(again.status == 200)
        #expect(try await company.number("SELECT count(*) FROM customer") == 1)
        #expect(try await health(company).status == 200)
    }

    @Test("a database that was moved away takes nothing any more, and says so at once")
    func gone() async throws {
        let company = try await TestCompany()
        let (browser, form, typed) = try await newCustomer(company)
        let place = company.folder.database
        let elsewhere = place.appendingPathExtension("moved")
        try FileManager.default.moveItem(at: place, to: elsewhere)
        let body = FormText.encode(try form.entries(typed))
        let refused = try await company.answer(.post, form.action, cookies: browser.cookies, body: body)
        #expect(refused.status == 503 && refused.text.contains("门铃坏了，请打电话"))
        let red = try await health(company)
        #expect(red.status == 503 && red.text.contains("database-gone"))
        try FileManager.default.moveItem(at: elsewhere, to: place)
        #expect(try await health(company).status == 200)
    }

    @Test("an upload that meets such a trouble gets its page: what was read of it is not read again")
    func upload() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        let form = try await admin.get(Paths.newProposal).form(Paths.proposals)
        let place = company.folder.database
        let elsewhere = place.appendingPathExtension("moved")
        try FileManager.default.moveItem(at: place, to: elsewhere)
        let refused = try await admin.send(
            form, ["yaml": Typed(company.app.company.rulebook.yaml + "# 新的一稿\n")], files: [])
        #expect(refused.status == 503 && refused.text.contains("数据文件不见了"))
        try FileManager.default.moveItem(at: elsewhere, to: place)
    }

    @Test("what stands around a page may be what cannot be read: people get a page all the same")
    func layout() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        try await company.database.write { db in
            try db.execute(sql: "ALTER TABLE access_request RENAME TO elsewhere")
        }
        let broken = try await company.answer(.get, Paths.staff, cookies: admin.cookies)
        #expect(broken.status == 500 && broken.text.contains("这是系统的问题"))
    }

    @Test("a record that cannot be read ends its own page, not the process; administrators are told which column")
    func damaged() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let other = try await company.owedCall("HF-2", customer: "李四")
        try await company.database.write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "UPDATE follow_up SET state = 'lost' WHERE id = ?", arguments: [call.id])
        }
        let agent = try await company.browser(signedInAs: .agent)
        let broken = try await company.answer(.get, Paths.followUp(call.id), cookies: agent.cookies)
        #expect(broken.status == 500 && broken.text.contains("有一条记录读不出来"))
        #expect(try await agent.get(Paths.followUp(other.id)).status == 200)
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try await admin.get(Paths.condition).text.contains("state"))
        #expect(try await health(company).status == 503)
    }
}

extension AppDatabase {
    /// Lets the file grow no further, as a full disk does.
    fileprivate func setMostPages(toThoseInUse isFull: Bool) async throws {
        try await withoutTransaction { db in
            // Pages that are in the file and hold nothing are room as well.
            if isFull { try db.execute(sql: "VACUUM") }
            let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(isFull ? count : 1_000_000)")
        }
    }
}
