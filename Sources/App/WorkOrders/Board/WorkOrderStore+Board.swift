import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    func board(for sight: WorkOrderScope, at now: Date) async throws -> WorkOrderBoard {
        try await database.read { [zone] db in try Self.board(db, for: sight, at: now, in: zone) }
    }

    static func board(
        _ db: Database, for sight: WorkOrderScope, at now: Date, in zone: TimeZone
    ) throws -> WorkOrderBoard {
        WorkOrderBoard(
            toDecide: try part(db, sight, "o.state = 'requested'"),
            toDispatch: try part(db, sight, "o.state = 'approved'"),
            untold: try fetchUntold(db, sight),
            late: try part(db, sight, WorkOrderFilter.isLateCondition(at: now)),
            notFixed: try part(db, sight, WorkOrderFilter.isNotFixedCondition),
            today: try fetchVisits(db, on: Day(now, in: zone)).filter(sight.shows))
    }

    private static func part(_ db: Database, _ sight: WorkOrderScope, _ condition: SQL) throws -> WorkOrderBoard.Part {
        // The plus keeps SQLite from scanning all orders by deadline instead of finding the few in a state.
        let found = try slice(
            db, where: "\(sight.condition) AND \(condition)", by: "+o.arrive_by, o.id", .first(WorkOrderBoard.most))
        return WorkOrderBoard.Part(lines: found.rows, count: found.count)
    }

    private static func fetchUntold(_ db: Database, _ sight: WorkOrderScope) throws -> [DispatchedVisit] {
        try StoredRow.fetchAll(
            db,
            literal: """
                \(sql: visitSelection) WHERE v.is_customer_told = 0 AND v.state IN ('planned', 'accepted')
                    AND \(sight.condition)
                ORDER BY v.starts_at, v.id LIMIT 100
                """, as: DispatchedVisit.init)
    }
}

extension WorkOrderScope {
    func shows(_ visit: DispatchedVisit) -> Bool {
        isComplete || visit.visit.department == department
            || (technician != nil && visit.visit.technicianID == technician)
    }
}
