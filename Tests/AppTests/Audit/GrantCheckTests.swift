import Foundation
import GRDB
import Testing

@testable import App

@Suite("What opens sealed records is held against what the trail says was decided (ACC-5)")
struct GrantCheckTests {
    /// What somebody with access to the file alone might do to a grant or its end.
    private static let forgeries = [
        "UPDATE access_grant SET expires_at = '2027-11-23 02:30:00.000'",
        "UPDATE access_grant SET follow_up_id = NULL",
        "UPDATE access_grant SET granted_by = (SELECT id FROM member WHERE username = 'executive')",
        "DELETE FROM access_revocation",
        """
        INSERT INTO access_grant (request_id, member_id, project_id, granted_by, granted_at, expires_at, remark)
            SELECT id, member_id, project_id, 1, requested_at, '2026-11-24 02:30:00.000', '' FROM access_request
            WHERE decided_at IS NULL
        """,
        "UPDATE access_grant SET member_id = (SELECT id FROM member WHERE username = 'finance')",
    ]

    private func company() async throws -> TestCompany {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let granted = try await company.ask(.manager, toRead: call)
        let grant = try await company.approve(granted)
        _ = try await company.ask(.executive, toRead: call)
        _ = try await company.access.revoke(
            grant, because: "不再需要", by: try company.member(.admin), .random(), try company.stamp(.admin))
        return company
    }

    @Test("as they were decided, they are proven")
    func proven() async throws {
        let company = try await company()
        #expect(try await AuditStore(database: company.database).verify().isWhole)
    }

    @Test("a grant that was stretched, widened, put in or revived is named", arguments: forgeries)
    func forged(_ sql: String) async throws {
        let company = try await company()
        try await company.database.withoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            // The grants of a request are not changed by the program, and the schema may say so.
            try? db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: sql)
        }
        guard case .grantUnproven = try await AuditStore(database: company.database).verify() else {
            Issue.record("nobody notices: \(sql)")
            return
        }
    }
}
