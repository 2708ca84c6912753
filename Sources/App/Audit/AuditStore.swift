import Foundation
import GRDB

/// Reads entries of the audit trail back, notes exports, and proves that the trail is whole.
struct AuditStore: Sendable {
    let database: AppDatabase

    /// An export is a reading of a list, and noted like one (ACC-5).
    /// - Parameter list: which one, by the name of its page.
    func noteExport(of list: String, rows: Int, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try audit.append(
                db, .listExported, .company, stamp, detail: ["list": list, "rows": String(rows)])
        }
    }

    /// Whether the trail still has the entry that was noted beside it.
    func isNoted() async throws -> Bool {
        try await database.read { [audit = database.audit] db in try audit.isNoted(db) }
    }

    /// Whether the chain is as it was written, from its first entry to its last.
    func verify() async throws -> AuditVerdict {
        try await database.read { [database] db in try database.audit.verify(db) }
    }
}

extension AuditEntry {
    init(row: Row) throws {
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
        // The trail must be readable most of all when somebody has damaged it: the entry says so, the others stay.
        detail = (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? ["unreadable": "yes"]
    }
}
