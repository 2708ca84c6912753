import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    func board(for sight: WorkOrderScope, at now: Date) async throws -> WorkOrderBoard {
        try await database.read { [zone] db in
            WorkOrderBoard(
                toDecide: try Self.part(db, sight, "o.state = 'requested'"),
                toDispatch: try Self.part(db, sight, "o.state = 'approved'"),
                untold: try Self.fetchUntold(db, sight),
                late: try Self.part(db, sight, "o.is_awaited = 1 AND o.arrive_by < ?", [now]),
                notFixed: try Self.part(db, sight, WorkOrderFilter.isNotFixedCondition),
                today: try Self.fetchVisits(db, on: Day(now, in: zone)).filter(sight.shows))
        }
    }

    private static func part(
        _ db: Database, _ sight: WorkOrderScope, _ condition: String, _ values: StatementArguments = []
    ) throws -> WorkOrderBoard.Part {
        let seen = sight.condition
        let sql = "\(seen.sql) AND \(condition)"
        let arguments = seen.arguments + values
        // The plus keeps SQLite from walking all orders by their deadline instead of finding the few by their state.
        let orders = try Row.fetchAll(
            db,
            sql: """
                \(selection) WHERE o.id IN (SELECT o.id FROM work_order o WHERE \(sql) ORDER BY +o.arrive_by, o.id LIMIT ?)
                ORDER BY +o.arrive_by, o.id
                """,
            arguments: arguments + [WorkOrderBoard.most]
        ).map(WorkOrder.init)
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM work_order o WHERE \(sql) LIMIT ?)",
            arguments: arguments + [WorkOrderFilter.countLimit])
        return WorkOrderBoard.Part(lines: try lines(db, orders), count: count ?? 0)
    }

    private static func fetchUntold(_ db: Database, _ sight: WorkOrderScope) throws -> [DispatchedVisit] {
        let seen = sight.condition
        return try Row.fetchAll(
            db,
            sql: """
                \(visitSelection) WHERE v.is_customer_told = 0 AND v.state IN ('planned', 'accepted') AND \(seen.sql)
                ORDER BY v.starts_at, v.id LIMIT 100
                """,
            arguments: seen.arguments
        ).map(DispatchedVisit.init)
    }
}

extension WorkOrderScope {
    func shows(_ visit: DispatchedVisit) -> Bool {
        isComplete || visit.visit.department == department
            || (technician != nil && visit.visit.technicianID == technician)
    }
}
