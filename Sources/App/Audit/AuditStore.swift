import Foundation
import GRDB

/// Reads and verifies the audit trail, and audits exports.
struct AuditStore: Sendable {
    let database: AppDatabase

    /// Exports are audited like readings (ACC-5).
    /// - Parameter list: the list, by the name of its page.
    func noteExport(of list: String, rows: Int, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try audit.append(
                db, .listExported, .company, stamp, detail: ["list": list, "rows": String(rows)])
        }
    }

    /// Whether the chain contains the head's entry.
    func isNoted() async throws -> Bool {
        try await database.read { [audit = database.audit] db in try audit.isNoted(db) }
    }

    /// Verifies the chain from its first entry to its last.
    func verify() async throws -> AuditVerdict {
        try await database.readAside { [database] db in try database.audit.verify(db) }
    }
}

extension AuditEntry {
    init(row: StoredRow) throws {
        id = try row.value("id")
        at = try row.value("at")
        memberID = try row.value("member_id")
        memberName = try row.value("member_name")
        action = try row.value("action")
        subjectKind = try row.value("subject_kind")
        subjectID = try row.value("subject_id")
        projectID = try row.value("project_id")
        grantID = try row.value("grant_id")
        address = try row.value("address")
        let text: String = try row.value("detail")
        // The trail must be readable most of all after tampering: the damaged entry says so, the others are shown.
        detail = (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? ["unreadable": "yes"]
    }
}
