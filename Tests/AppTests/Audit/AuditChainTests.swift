import Foundation
import GRDB
import Testing

@testable import App

/// The audit trail against somebody who can write to the database file but has not the key beside it (ACC-5).
struct AuditChainTests {
    /// A company with some ten entries, and what the trail says after somebody tampered with it.
    private func verdict(
        after tampering: @escaping @Sendable (Database, _ last: Int) throws -> Void
    ) async throws -> (AuditVerdict, last: Int) {
        let company = try await Self.company()
        let last = try await company.number("SELECT max(id) FROM audit_entry")
        try await Self.tamper(company, last, tampering)
        return (try await AuditStore(database: company.database).verify(), last)
    }

    private static func company() async throws -> TestCompany {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        return company
    }

    private static func tamper(
        _ company: TestCompany, _ last: Int, _ tampering: @escaping @Sendable (Database, Int) throws -> Void
    ) async throws {
        try await company.database.write { db in
            try db.execute(sql: "DROP TRIGGER audit_entry_never_updated; DROP TRIGGER audit_entry_never_deleted")
            try tampering(db, last)
        }
    }

    @Test("a trail that nobody touched is whole, from the founding on")
    func untouched() async throws {
        let (verdict, last) = try await verdict { _, _ in }
        #expect(verdict == .whole(count: last))
        #expect(last >= 10)
    }

    @Test(
        "an entry that was changed is named, whatever was changed in it",
        arguments: [
            "at = '2026-01-01 00:00:00.000'", "member_id = 2", "action = 'record-read'", "subject_kind = 'customer'",
            "subject_id = 99", "project_id = 99", "grant_id = 7", "address = '192.0.2.99'", "detail = '{}'",
            "hash = 'f' || substr(hash, 2, 62) || 'f'",
        ])
    func changed(_ change: String) async throws {
        let (verdict, _) = try await verdict { db, _ in
            try db.execute(sql: "UPDATE audit_entry SET \(change) WHERE id = 5")
        }
        #expect(verdict == .changed(5))
    }

    @Test("an entry taken out of the middle is missed, also when the others close the gap")
    func removed() async throws {
        let (gap, _) = try await verdict { db, _ in try db.execute(sql: "DELETE FROM audit_entry WHERE id = 4") }
        #expect(gap == .missing(4))
        let (closed, _) = try await verdict { db, last in
            try db.execute(sql: "DELETE FROM audit_entry WHERE id = 4")
            for id in 5...last {
                try db.execute(sql: "UPDATE audit_entry SET id = ? WHERE id = ?", arguments: [id - 1, id])
            }
        }
        #expect(closed == .changed(4))
    }

    @Test("the first entry is missed like any other")
    func removedFirst() async throws {
        let (verdict, _) = try await verdict { db, _ in try db.execute(sql: "DELETE FROM audit_entry WHERE id = 1") }
        #expect(verdict == .missing(1))
    }

    @Test("two entries that changed places are noticed")
    func swapped() async throws {
        let (verdict, _) = try await verdict { db, _ in
            try db.execute(
                sql:
                    "UPDATE audit_entry SET id = -1 WHERE id = 3; UPDATE audit_entry SET id = 3 WHERE id = 4; UPDATE audit_entry SET id = 4 WHERE id = -1"
            )
        }
        #expect(verdict == .changed(3))
    }

    @Test("a tail that was cut off is noticed, one entry or all of them", arguments: [1, 2, 3, 1_000])
    func cutOff(_ count: Int) async throws {
        let (verdict, last) = try await verdict { db, last in
            try db.execute(sql: "DELETE FROM audit_entry WHERE id > ?", arguments: [last - count])
        }
        #expect(verdict == .cutOff(after: max(0, last - count), of: last))
    }

    @Test("an entry forged with another key is named, at the end and in the middle")
    func forged() async throws {
        let (verdict, last) = try await verdict { db, last in
            let previous = try #require(try AuditLink.fetchLast(db))
            try Self.forged(after: previous, id: last + 1).insert(db)
        }
        #expect(verdict == .changed(last + 1))
    }

    @Test("a whole trail rewritten with another key is noticed at its first entry")
    func rewritten() async throws {
        let (verdict, _) = try await verdict { db, _ in
            var previous = ""
            for row in try StoredRow.fetchAll(db, cached: "SELECT * FROM audit_entry ORDER BY id") {
                let link = try AuditLink(row: row)
                let hash = link.seal(after: previous, key: [UInt8](repeating: 7, count: 32))
                try db.execute(sql: "UPDATE audit_entry SET hash = ? WHERE id = ?", arguments: [hash, link.id])
                previous = hash
            }
        }
        #expect(verdict == .changed(1))
    }

    private static func forged(after previous: AuditLink, id: Int) -> AuditLink {
        var link = AuditLink(
            id: id, at: previous.at, memberID: previous.memberID, action: AuditAction.accessApproved.rawValue,
            subjectKind: "access-request", subjectID: 1, projectID: 1, grantID: 1, address: "192.0.2.1", detail: "{}",
            hash: "")
        link.hash = link.seal(after: previous.hash, key: [UInt8](repeating: 7, count: 32))
        return link
    }
}
