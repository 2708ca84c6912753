import GRDB
import Rulebooks
import Synchronization
import Testing

@testable import App

/// What is to be done after a commit is done after that commit, or never.
struct CommitEffectsTests {
    /// Fails at COMMIT, when everything before it has succeeded: what it refers to is not there.
    @Sendable private static func failAtCommit(_ db: Database) throws {
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try db.execute(
            sql: """
                INSERT INTO session (token_hash, member_id, started_at, seen_at, address, browser)
                VALUES ('x', 999999, '2026-11-23', '2026-11-23', '', '')
                """)
    }

    @Test("what a commit that failed wanted done is not done by the next one of somebody else")
    func failed() async throws {
        let company = try await TestCompany()
        let done = Mutex<[String]>([])
        await #expect(throws: DatabaseError.self) {
            try await company.database.write { [effects = company.database.effects] db in
                effects.add { done.withLock { $0.append("failed") } }
                try Self.failAtCommit(db)
            }
        }
        try await company.database.write { [effects = company.database.effects] _ in
            effects.add { done.withLock { $0.append("committed") } }
        }
        #expect(done.withLock { $0 } == ["committed"])
    }

    @Test("the note of the trail's end names no entry that never was, and goes on with the trail")
    func head() async throws {
        let company = try await TestCompany()
        let stamp = try company.stamp(.admin)
        let audit = company.database.audit
        for _ in 0..<3 {
            await #expect(throws: DatabaseError.self) {
                try await company.database.write { db in
                    try audit.append(db, .listExported, .company, stamp)
                    try Self.failAtCommit(db)
                }
            }
            _ = try await company.registerCustomer("客户", phones: ["13800138000"])
        }
        let last = try await company.number("SELECT max(id) FROM audit_entry")
        #expect(try await AuditStore(database: company.database).verify() == .whole(count: last))
        #expect(try await AuditStore(database: company.database).isNoted())
    }

    @Test("a rulebook whose commit failed is not in force")
    func rulebook() async throws {
        let company = try await TestCompany()
        let before = company.app.rules.rulebook.yaml
        await #expect(throws: DatabaseError.self) {
            try await company.database.write { [effects = company.database.effects, rules = company.app.rules] db in
                effects.add { rules.put(WorkCalendar.standard) }
                try Self.failAtCommit(db)
            }
        }
        _ = try await company.registerCustomer("客户", phones: ["13800138000"])
        #expect(company.app.rules.rulebook.yaml == before)
        #expect(try await company.number("SELECT count(*) FROM rulebook_version") == 1)
    }
}
