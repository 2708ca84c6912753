import Foundation
import GRDB
import Testing

@testable import App

/// The schema as people read it, and the promises that the schema itself keeps.
struct SchemaTests {
    @Test("schema.sql is what a migrated database has")
    func readableSchema() async throws {
        let company = try await TestCompany(isStaffed: false)
        let actual = try await company.database.read(Self.schema)
        let file = ProjectFolder.url.appending(path: "Tests/AppTests/Database/schema.sql")
        let written = try String(contentsOf: file, encoding: .utf8)
        guard written != actual else { return }
        let new = FileManager.default.temporaryDirectory.appending(path: "huifang-schema-\(UUID().uuidString).sql")
        try actual.write(to: new, atomically: true, encoding: .utf8)
        Issue.record("schema.sql is not what the migrations make; that is in \(new.path):\n\(actual)")
    }

    /// Every statement of the schema in the order in which it was made, without what SQLite and GRDB add.
    private static func schema(_ db: Database) throws -> String {
        try String.fetchAll(
            db,
            sql: """
                SELECT sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name <> 'grdb_migrations' AND name NOT LIKE 'customer_gram_%' ORDER BY rowid
                """
        ).map { $0 + ";\n" }.joined(separator: "\n")
    }

    @Test("every table is strict, and every foreign key leads somewhere")
    func strictTables() async throws {
        let company = try await TestCompany(isStaffed: false)
        let loose = try await company.database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
                        AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                    """)
        }
        #expect(loose == [])
        let broken = try await company.database.read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
        }
        #expect(broken == 0)
    }

    @Test("every foreign key is led by an index, so that nothing is searched through to check it")
    func indexedForeignKeys() async throws {
        let company = try await TestCompany(isStaffed: false)
        let bare = try await company.database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT t.name || '.' || f."from" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
                    WHERE t.schema = 'main' AND f.on_delete IN ('CASCADE', 'SET NULL') AND NOT EXISTS (
                        SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c
                        WHERE c.seqno = 0 AND c.name = f."from")
                    """)
        }
        #expect(bare == [])
    }

    @Test(
        "an entry of the audit trail can be neither changed nor removed",
        arguments: [
            "UPDATE audit_entry SET detail = '{}'", "UPDATE audit_entry SET member_id = NULL WHERE id = 1",
            "DELETE FROM audit_entry", "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)",
            "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE id = 1",
        ])
    func appendOnly(_ statement: String) async throws {
        let company = try await TestCompany()
        let before = try await company.number("SELECT count(*) FROM audit_entry")
        await #expect(throws: DatabaseError.self) {
            try await company.database.write { db in try db.execute(sql: statement) }
        }
        #expect(try await company.number("SELECT count(*) FROM audit_entry") == before)
        #expect(try await AuditStore(database: company.database).verify() == .whole(count: before))
    }

    @Test(
        "the schema itself refuses what no form lets through",
        arguments: [
            "UPDATE follow_up SET state = 'forgotten'", "UPDATE follow_up SET closes_on = '2000-01-01'",
            "UPDATE follow_up SET state = 'done'", "UPDATE customer SET grade = 'D'", "UPDATE customer SET name = ''",
            "INSERT INTO member_role (member_id, role) VALUES (1, 'king')",
            "INSERT INTO milestone (project_id, kind) VALUES (1, 'deposit')",
            "INSERT INTO project SELECT * FROM project",
            "INSERT INTO attempt (follow_up_id, at, member_id, outcome) VALUES (1, '2026-11-23', 1, 'call-later')",
            "INSERT INTO assignment (project_id, duty, member_id, since, until) VALUES (1, 'foreman', 1, '2026-02-02', '2026-01-01')",
            "UPDATE follow_up SET agent_id = 999", "UPDATE customer SET is_key = 'yes'",
        ])
    func constraints(_ statement: String) async throws {
        let company = try await TestCompany()
        _ = try await company.owedCall()
        await #expect(throws: DatabaseError.self) {
            try await company.database.write { db in try db.execute(sql: statement) }
        }
    }
}
