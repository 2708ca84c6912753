import Foundation
import GRDB

/// One stored entry with exactly the text that its hash covers.
struct AuditLink {
    let id: Int
    let at: String
    let memberID: Int?
    let action: String
    let subjectKind: String
    let subjectID: Int?
    let projectID: Int?
    let grantID: Int?
    let address: String
    let detail: String
    var hash: String

    /// The keyed hash of this entry and the one before it. Every value is preceded by its length, so that no two
    /// different entries read the same.
    func seal(after previous: String, key: [UInt8]) -> String {
        let values: [String] = [
            previous, String(id), at, number(memberID), action, subjectKind, number(subjectID), number(projectID),
            number(grantID), address, detail,
        ]
        return Sodium.hmac(values.flatMap { Array("\($0.utf8.count):\($0)".utf8) }, key: key)
    }

    private func number(_ value: Int?) -> String { value.map(String.init) ?? "-" }

    static func text(_ date: Date) -> String { String.fromDatabaseValue(date.databaseValue) ?? "" }

    /// Details as JSON with sorted keys, so that the same details give the same hash.
    static func text(_ detail: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(detail)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    static func fetchLast(_ db: Database) throws -> AuditLink? {
        try Row.fetchOne(db, sql: "SELECT * FROM audit_entry ORDER BY id DESC LIMIT 1").map(AuditLink.init)
    }

    /// Walks all entries from the first to the last, one in memory at a time.
    static func forEach(_ db: Database, _ visit: (AuditLink) throws -> Bool) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM audit_entry ORDER BY id")
        while let row = try rows.next(), try visit(AuditLink(row: row)) {}
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO audit_entry (id, at, member_id, action, subject_kind, subject_id, project_id, grant_id,
                    address, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, at, memberID, action, subjectKind, subjectID, projectID, grantID, address, detail, hash,
            ])
    }
}

extension AuditLink {
    init(row: Row) {
        id = row["id"]
        at = row["at"]
        memberID = row["member_id"]
        action = row["action"]
        subjectKind = row["subject_kind"]
        subjectID = row["subject_id"]
        projectID = row["project_id"]
        grantID = row["grant_id"]
        address = row["address"]
        detail = row["detail"]
        hash = row["hash"]
    }
}
