import Forms
import Foundation
import GRDB

/// Reads handovers.
extension HandoverStore {
    func find(_ id: Handover.ID) async throws -> Handover? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    /// An agent's latest handovers to others, for their page.
    func latest(from agent: Member.ID) async throws -> [Handover] {
        try await database.read { db in
            try Handover.ID.fetchAll(
                db,
                cached: "SELECT id FROM handover WHERE from_id = ? AND extent <> 'one-call' ORDER BY id DESC LIMIT 10",
                arguments: [agent]
            ).compactMap { try Self.fetch(db, $0) }
        }
    }

    static func fetch(_ db: Database, _ id: Handover.ID) throws -> Handover? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT h.*, m.name AS decided_by_name, r.reversed_at, r.returned, r.stayed, r.projects_returned,
                    r.projects_stayed, rm.name AS reversed_by_name
                FROM handover h JOIN member m ON m.id = h.decided_by
                LEFT JOIN handover_reversal r ON r.handover_id = h.id LEFT JOIN member rm ON rm.id = r.reversed_by
                WHERE h.id = ?
                """,
            arguments: [id])
        guard let row, let from = try MemberStore.fetch(db, try row.value("from_id")) else { return nil }
        return Handover(
            id: id, fromID: from.id, fromName: from.name, canReturn: from.canCall, by: try row.value("decided_by_name"),
            at: try row.value("decided_at"), reason: try row.value("reason"), extent: try Handover.Extent(row: row),
            shares: try shares(db, id),
            untouched: try Int.fetchOne(db, cached: "SELECT count(*) \(untouched)", arguments: [id]) ?? 0,
            reversal: try Handover.Reversal(row: row))
    }

    private static func shares(_ db: Database, _ id: Handover.ID) throws -> [HandoverShare] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT m.id, m.name, sum(calls) AS calls, sum(projects) AS projects FROM (
                    SELECT to_id, 1 AS calls, 0 AS projects FROM handover_item WHERE handover_id = ?
                    UNION ALL SELECT to_id, 0, 1 FROM handover_project WHERE handover_id = ?
                ) JOIN member m ON m.id = to_id GROUP BY m.id ORDER BY m.name, m.id
                """,
            arguments: [id, id]
        ) {
            HandoverShare(
                agent: try $0.value("id"), name: try $0.value("name"), calls: try $0.value("calls"),
                projects: try $0.value("projects"))
        }
    }
}

extension Handover.Extent {
    fileprivate init(row: StoredRow) throws {
        switch try row.value("extent") as Kind {
        case .forGood: self = .forGood
        case .allCalls: self = .allCalls
        case .oneCall: self = .oneCall
        case .days:
            let (from, until): (Day, Day) = try (row.value("due_from"), row.value("due_until"))
            guard from <= until else { throw UnreadableValue.text("due_until") }
            self = .days(from...until)
        }
    }
}

extension Handover.Reversal {
    fileprivate init?(row: StoredRow) throws {
        guard let at: Date = try row.value("reversed_at") else { return nil }
        self.init(
            by: try row.value("reversed_by_name") ?? "", at: at, returned: try row.value("returned"),
            stayed: try row.value("stayed"),
            projectsReturned: try row.value("projects_returned"), projectsStayed: try row.value("projects_stayed"))
    }
}
