import Foundation
import GRDB

/// Reads the audit trail back: all of it by filters, and the readings of one record.
struct AuditStore: Sendable {
    let database: AppDatabase

    static let pageSize = 50

    /// The latest first.
    /// - Parameter before: only entries with a smaller number; how the list goes on page by page.
    func list(_ filter: AuditFilter) async throws -> [AuditEntry] {
        try await database.read { db in
            var conditions = ["1"]
            var arguments = StatementArguments()
            func require(_ sql: String, _ value: (any DatabaseValueConvertible)?) {
                guard let value else { return }
                conditions.append(sql)
                arguments += [value]
            }
            require("e.id < ?", filter.before)
            require("e.member_id = ?", filter.member)
            require("e.action = ?", filter.action?.rawValue)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT e.*, m.name AS member_name FROM audit_entry e LEFT JOIN member m ON m.id = e.member_id
                    WHERE \(conditions.joined(separator: " AND ")) ORDER BY e.id DESC LIMIT \(Self.pageSize + 1)
                    """,
                arguments: arguments
            ).map(AuditEntry.init)
        }
    }

    /// An export is a reading of a list, and noted like one (ACC-5).
    /// - Parameter list: which one, by the name of its page.
    func noteExport(of list: String, rows: Int, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try audit.append(
                db, .listExported, .company, stamp, detail: ["list": list, "rows": String(rows)])
        }
    }

    /// Everybody who read, or tried to read, one record; the latest first, at most 500.
    func readings(of record: SealedRecord) async throws -> [Reading] {
        try await database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT e.*, m.name AS member_name, r.id AS request_id, r.reason AS request_reason
                    FROM audit_entry e LEFT JOIN member m ON m.id = e.member_id
                    LEFT JOIN access_grant g ON g.id = e.grant_id LEFT JOIN access_request r ON r.id = g.request_id
                    WHERE e.subject_kind = ? AND e.subject_id = ?
                        AND e.action IN ('record-read', 'record-refused')
                    ORDER BY e.id DESC LIMIT 500
                    """,
                arguments: [record.kind, record.id]
            ).map(Reading.init)
        }
    }

    /// Notes that somebody tried what they may not; the route's pattern says what, without any id.
    @Sendable func noteRefusal(_ stamp: Stamp, route: String) async throws {
        try await database.write(stamp.note) { [audit = database.audit] db, stamp in
            try audit.append(db, .actionRefused, .company, stamp, detail: ["route": route])
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

/// Which entries a list shows.
struct AuditFilter: Sendable, Hashable {
    let member: Int?
    let action: AuditAction?
    let before: Int?
}

/// One reading of a record, or one that was refused.
struct Reading: Sendable {
    let at: Date
    let memberName: String?
    let action: String
    let ground: String?
    let purpose: String?
    let requestID: Int?
    let requestReason: String?
    let address: String

    var wasRefused: Bool { action == AuditAction.recordRefused.rawValue }

    init(row: Row) throws {
        let entry = try AuditEntry(row: row)
        at = entry.at
        memberName = entry.memberName
        action = entry.action
        ground = entry.detail["ground"]
        purpose = entry.detail["purpose"]
        requestID = try row.value("request_id")
        requestReason = try row.value("request_reason")
        address = entry.address
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
