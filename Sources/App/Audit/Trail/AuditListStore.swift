import Forms
import Foundation
import GRDB

/// Finds audit entries by filter, each with its subject's name, by index even among a million (ACC-5).
struct AuditListStore: Sendable {
    let database: AppDatabase
    let zone: TimeZone

    /// The latest first.
    /// - Parameter before: the number of the entry that the page follows; nil for the latest.
    func list(_ query: ListQuery, before: Int? = nil) async throws -> ListSlice<NamedAuditEntry> {
        try await database.read { [zone] db in
            // By number, which is the order of the chain; by time where days are filtered for, since a clock that was
            // set back by minutes makes the two orders differ.
            let isOfDays = query[AuditFilter.from] != nil || query[AuditFilter.until] != nil
            let order = isOfDays ? "e.at DESC, e.id DESC" : "e.id DESC"
            var condition = try AuditFilter.condition(query, db, in: zone)
            if let before {
                condition +=
                    isOfDays
                    ? " AND (e.at, e.id) < (SELECT at, id FROM audit_entry WHERE id = \(before))"
                    : " AND e.id < \(before)"
            }
            let found = try StoredRow.fetchAll(
                db,
                literal: """
                    WITH found AS MATERIALIZED (SELECT e.* FROM audit_entry e
                        WHERE \(condition) ORDER BY \(sql: order) LIMIT \(query.part.limit + 1))
                    SELECT e.*, m.name AS member_name, \(sql: Self.name) AS subject_name
                    FROM found e LEFT JOIN member m ON m.id = e.member_id ORDER BY \(sql: order)
                    """
            ) { try NamedAuditEntry(entry: AuditEntry(row: $0), name: $0.value("subject_name")) }
            return ListSlice(query.part, found: found)
        }
    }

    /// The subject's name.
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

extension AuditFilter {
    /// The filter as a condition on `e`.
    fileprivate static func condition(_ query: ListQuery, _ db: Database, in zone: TimeZone) throws -> SQL {
        var all: [SQL] = ["1"]
        if let member = query[member] { all.append("e.member_id = \(member)") }
        if let action = query[action] { all.append("e.action = \(action)") }
        if let kind = query[kind] { all.append("e.subject_kind = \(kind)") }
        if let from = query[from] { all.append("e.at >= \(from.start(in: zone))") }
        if let until = query[until] { all.append("e.at < \(until.adding(days: 1).start(in: zone))") }
        if let customer = query[customer] { all.append(try isAbout(customer, db)) }
        return all.joined(separator: " AND ")
    }

    /// Entries about customers who match the text, their projects and issues.
    private static func isAbout(_ customer: String, _ db: Database) throws -> SQL {
        let ids = try CustomerStore.fetchList(db, CustomerFilter(query: customer, phones: .anyPart)).rows.map(\.id)
        let found: SQL = "(SELECT value FROM json_each(\(ids.json())))"
        return """
            e.id IN (SELECT id FROM audit_entry WHERE subject_kind = 'customer' AND subject_id IN \(found)
                UNION ALL SELECT id FROM audit_entry
                    WHERE project_id IN (SELECT id FROM project WHERE customer_id IN \(found))
                UNION ALL SELECT id FROM audit_entry WHERE subject_kind = 'issue'
                    AND subject_id IN (SELECT id FROM issue WHERE customer_id IN \(found)))
            """
    }
}
