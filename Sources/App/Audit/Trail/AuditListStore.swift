import Forms
import Foundation
import GRDB

/// Finds the entries that a filter asks for, each with the name of what it is about, by index at a million of them
/// (ACC-5).
struct AuditListStore: Sendable {
    let database: AppDatabase
    let zone: TimeZone

    /// The latest first.
    func list(_ filter: AuditFilter, limit: Int) async throws -> [NamedAuditEntry] {
        try await database.read { [zone] db in
            let condition = try AuditCondition(filter, db, in: zone)
            return try Row.fetchAll(
                db,
                sql: """
                    WITH found AS MATERIALIZED (SELECT e.* FROM audit_entry e
                        WHERE \(condition.sql) ORDER BY \(condition.order) LIMIT ?)
                    SELECT e.*, m.name AS member_name, \(Self.name) AS subject_name
                    FROM found e LEFT JOIN member m ON m.id = e.member_id ORDER BY \(condition.order)
                    """,
                arguments: condition.arguments + [limit]
            ).map { try NamedAuditEntry(entry: AuditEntry(row: $0), name: $0.value("subject_name")) }
        }
    }

    /// How people call what an entry is about.
    private static let name = """
        CASE e.subject_kind
            WHEN 'member' THEN (SELECT name FROM member WHERE id = e.subject_id)
            WHEN 'customer' THEN (SELECT name FROM customer WHERE id = e.subject_id)
            WHEN 'project' THEN (SELECT p.number || ' ' || c.name FROM project p JOIN customer c ON c.id = p.customer_id
                WHERE p.id = e.subject_id)
            WHEN 'follow-up' THEN (SELECT p.number || ' ' || c.name FROM follow_up f JOIN project p ON p.id = f.project_id
                JOIN customer c ON c.id = p.customer_id WHERE f.id = e.subject_id)
            WHEN 'work-order' THEN (SELECT number FROM work_order WHERE id = e.subject_id)
            WHEN 'visit' THEN (SELECT o.number || '/' || v.number FROM visit v JOIN work_order o ON o.id = v.order_id
                WHERE v.id = e.subject_id)
            WHEN 'issue' THEN (SELECT number FROM issue WHERE id = e.subject_id)
            WHEN 'feedback' THEN (SELECT number FROM feedback WHERE id = e.subject_id)
            WHEN 'enquiry' THEN (SELECT number FROM enquiry WHERE id = e.subject_id)
        END
        """
}

/// A filter as a condition on `e`.
private struct AuditCondition {
    var sql = "1"
    /// The latest first: by its number, which is the order of the chain, or by its moment where days are asked for, as a
    /// clock that was set back by minutes leaves the two apart.
    let order: String
    var arguments = StatementArguments()

    init(_ filter: AuditFilter, _ db: Database, in zone: TimeZone) throws {
        let isOfDays = filter.from != nil || filter.until != nil
        order = isOfDays ? "e.at DESC, e.id DESC" : "e.id DESC"
        if let before = filter.before {
            require(
                isOfDays ? "(e.at, e.id) < (SELECT at, id FROM audit_entry WHERE id = ?)" : "e.id < ?", [before])
        }
        if let member = filter.member { require("e.member_id = ?", [member]) }
        if let action = filter.action { require("e.action = ?", [action.rawValue]) }
        if let kind = filter.kind { require("e.subject_kind = ?", [kind.rawValue]) }
        if let from = filter.from?.start(in: zone) { require("e.at >= ?", [from]) }
        if let end = filter.until?.adding(days: 1).start(in: zone) { require("e.at < ?", [end]) }
        if !filter.customer.allSatisfy(\.isWhitespace) { try require(customer: filter.customer, db) }
    }

    /// What is about one of the customers whom the words find, their projects and what they raised.
    private mutating func require(customer words: String, _ db: Database) throws {
        let found = try CustomerStore.fetchList(db, CustomerFilter(query: words, phones: .anyPart)).rows.map(\.id)
        let list = found.map(String.init).joined(separator: ",")
        require(
            """
            e.id IN (SELECT id FROM audit_entry WHERE subject_kind = 'customer' AND subject_id IN (\(list))
                UNION ALL SELECT id FROM audit_entry
                    WHERE project_id IN (SELECT id FROM project WHERE customer_id IN (\(list)))
                UNION ALL SELECT id FROM audit_entry WHERE subject_kind = 'issue'
                    AND subject_id IN (SELECT id FROM issue WHERE customer_id IN (\(list))))
            """, [])
    }

    private mutating func require(_ condition: String, _ values: StatementArguments) {
        sql += " AND " + condition
        arguments += values
    }
}
