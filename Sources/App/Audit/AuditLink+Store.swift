import Foundation
import GRDB

/// Every statement that writes the hash chain or walks along it.
extension AuditLink {
    /// A moment in its stored form.
    static func text(_ date: Date) -> String { String.fromDatabaseValue(date.databaseValue) ?? "" }

    static func fetchLast(_ db: Database) throws -> AuditLink? {
        try StoredRow.fetchOne(db, cached: "SELECT * FROM audit_entry ORDER BY id DESC LIMIT 1", as: AuditLink.init)
    }

    static func fetchHash(_ db: Database, of id: Int) throws -> String? {
        try String.fetchOne(db, cached: "SELECT hash FROM audit_entry WHERE id = ?", arguments: [id])
    }

    /// Visits all entries from the first to the last, with one in memory at a time.
    static func forEach(_ db: Database, _ visit: (AuditLink) throws -> Bool) throws {
        try StoredRow.fetchWhile(db, cached: "SELECT * FROM audit_entry ORDER BY id") { row in
            try visit(AuditLink(row: row))
        }
    }

    func insert(_ db: Database) throws {
        try db.execute(
            cached: """
                INSERT INTO audit_entry (id, at, member_id, action, subject_kind, subject_id, project_id, grant_id,
                    address, detail, hash)
                VALUES (:id, :at, :member, :action, :subjectKind, :subject, :project, :grant, :address, :detail,
                    :hash)
                """,
            arguments: [
                "id": id, "at": at, "member": memberID, "action": action, "subjectKind": subjectKind,
                "subject": subjectID, "project": projectID, "grant": grantID, "address": address, "detail": detail,
                "hash": hash,
            ])
    }
}

extension AuditLink {
    init(row: StoredRow) throws {
        id = try row.value("id")
        at = try row.value("at")
        memberID = try row.value("member_id")
        action = try row.value("action")
        subjectKind = try row.value("subject_kind")
        subjectID = try row.value("subject_id")
        projectID = try row.value("project_id")
        grantID = try row.value("grant_id")
        address = try row.value("address")
        detail = try row.value("detail")
        hash = try row.value("hash")
    }
}
