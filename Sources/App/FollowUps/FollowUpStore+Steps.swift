import Foundation
import GRDB

extension FollowUpStore {
    /// The decisions about a follow-up, the latest first.
    ///
    /// The reason for a handover of many is for administrators only; that of a single one is for its agent.
    static func fetchSteps(_ db: Database, of followUp: FollowUp.ID) throws -> [FollowUpStep] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT 'asked' AS kind, requested_at AS at, member_id AS by_id, NULL AS from_id, NULL AS to_id,
                    reason AS text, NULL AS handover_id FROM excuse_request WHERE follow_up_id = :id
                UNION ALL SELECT 'refused', x.refused_at, x.refused_by, NULL, NULL, x.reason, NULL
                    FROM excuse_refusal x JOIN excuse_request r ON r.id = x.request_id WHERE r.follow_up_id = :id
                UNION ALL SELECT 'excused', excused_at, excused_by, NULL, NULL, reason, NULL
                    FROM excuse WHERE follow_up_id = :id
                UNION ALL SELECT 'reinstated', reinstated_at, reinstated_by, NULL, NULL, note, NULL
                    FROM reinstatement WHERE follow_up_id = :id
                UNION ALL SELECT 'handed-over', h.decided_at, h.decided_by, h.from_id, i.to_id,
                    iif(h.extent = 'one-call', h.reason, NULL), h.id
                    FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.follow_up_id = :id
                UNION ALL SELECT 'handed-back', r.reversed_at, r.reversed_by, i.to_id, h.from_id, NULL, h.id
                    FROM handover_item i JOIN handover h ON h.id = i.handover_id
                    JOIN handover_reversal r ON r.handover_id = h.id WHERE i.follow_up_id = :id AND i.is_returned = 1
                """,
            arguments: ["id": followUp]
        ) { row in try step(db, row) }.sorted { ($0.at, $0.kind.rawValue) > ($1.at, $1.kind.rawValue) }
    }

    private static func step(_ db: Database, _ row: StoredRow) throws -> FollowUpStep {
        let name = { (column: String) throws -> String? in
            try String.fetchOne(
                db, cached: "SELECT name FROM member WHERE id = ?", arguments: [try row.value(column) as Int?])
        }
        let text: String? = try row.value("text")
        return FollowUpStep(
            kind: try row.value("kind"), at: try row.value("at"), by: try name("by_id") ?? "",
            from: try name("from_id"), to: try name("to_id"),
            text: text?.isEmpty == true ? nil : text, handover: try row.value("handover_id"))
    }
}
