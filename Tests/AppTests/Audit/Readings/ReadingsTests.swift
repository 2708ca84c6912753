import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("Who has read a record, apart from who was refused (ACC-6, ACC-13)")
struct ReadingsTests {
    @Test("five hundred refusals hide no reading and do not fill the trail")
    func flood() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let admin = try await company.browser(signedInAs: .admin)
        try await admin.get(Paths.record(call.id))
        let (other, stamp) = (try company.member(.agent2), try company.stamp(.agent2))
        let before = try await company.number("SELECT count(*) FROM audit_entry")
        for _ in 0..<501 {
            await #expect(throws: Refusal.forbidden("record")) {
                try await company.door.open(call.id, for: other, .view, stamp)
            }
        }
        #expect(try await company.number("SELECT count(*) FROM audit_entry") == before + 3)
        company.clock.advance(minutes: 2)
        #expect(try await company.app.auditStore.writeFoldedRefusals(company.clock.now, at: company.clock.now) == 1)
        #expect(try await company.number("SELECT count(*) FROM audit_entry") == before + 4)
        let page = try await admin.get(Paths.readings(call.id))
        #expect(page.text.contains(company.words()("readings.count", ["count": "1", "refused": "501"])), "\(page)")
        let rows = try page.find("//tbody/tr").map(\.text)
        #expect(rows.count == 2 && rows.first?.contains("周敏") == true && rows.last?.contains("吴涛") == true)
        #expect(rows.last?.contains("501 次") == true)
        #expect(try await company.app.auditStore.verify() == .whole(count: before + 4))
    }

    @Test("the same person's readings on one ground are one line with its first and last time")
    func folded() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let admin = try await company.browser(signedInAs: .admin)
        for _ in 0..<3 {
            try await admin.get(Paths.record(call.id))
            company.clock.advance(minutes: 10)
        }
        try await admin.get(Paths.record(call.id) + "?print=1")
        let page = try await admin.get(Paths.readings(call.id))
        let rows = try page.find("//tbody/tr").map(\.text)
        #expect(rows.count == 2, "one for reading, one for printing: \(rows)")
        let words = company.words()
        let times: SentenceArguments = [
            "count": "3", "first": words.dateTime(TestClock.start),
            "last": words.dateTime(TestClock.start.addingTimeInterval(1_200)),
        ]
        #expect(rows.last?.contains(words("readings.times", times)) == true)
        #expect(page.text.contains(words("readings.count", ["count": "4", "refused": "0"])))
    }

    @Test("many readers are told page by page, and all of them are counted")
    func pages() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        try await company.database.write { [audit = company.database.audit, now = company.clock.now] db in
            for number in 0..<ListPart.pageSize + 1 {
                let stamp = Stamp(member: nil, at: now, address: "192.0.2.9")
                try audit.append(
                    db, .recordRead, .followUp(call.id, project: call.projectID), stamp,
                    detail: ["ground": "g\(number)"])
            }
        }
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try await admin.get(Paths.readings(call.id)).find("//tbody/tr").count == ListPart.pageSize)
        #expect(try await admin.follow("下一页").find("//tbody/tr").count == 1)
        #expect(admin.page.text.contains(company.words()("readings.count", ["count": "51", "refused": "0"])))
        #expect(try await admin.follow("上一页").find("//tbody/tr").count == ListPart.pageSize)
    }

    @Test("an entry whose details were damaged counts as one")
    func damaged() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        try await company.database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO audit_entry (id, at, action, subject_kind, subject_id, address, detail, hash)
                    SELECT max(id) + 1, '2026-11-23 02:00:00.000', 'record-read', 'follow-up', ?, '-', '{oh', 'x'
                    FROM audit_entry
                    """, arguments: [call.id])
        }
        let page = try await company.browser(signedInAs: .admin).get(Paths.readings(call.id))
        #expect(page.text.contains(company.words()("readings.count", ["count": "1", "refused": "0"])))
    }
}
