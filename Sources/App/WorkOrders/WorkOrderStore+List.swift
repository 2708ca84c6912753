import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    func list(_ query: ListQuery, for sight: WorkOrderScope, at now: Date) async throws -> ListSlice<WorkOrderLine> {
        try await database.read { db in
            try Self.slice(
                db, where: WorkOrderFilter.condition(query, sight, at: now),
                by: query[WorkOrderFilter.order] == nil ? "o.arrive_by DESC, o.id DESC" : "o.arrive_by, o.id",
                query.part)
        }
    }

    static func slice(
        _ db: Database, where condition: SQL, by order: String, _ part: ListPart
    ) throws -> ListSlice<WorkOrderLine> {
        try db.slice(
            selection, of: "work_order o", id: "o.id", where: condition, by: order, part, as: WorkOrder.init
        ).map { try line(db, $0) }
    }

    private static func line(_ db: Database, _ order: WorkOrder) throws -> WorkOrderLine {
        let goers = try String.fetchAll(
            db,
            cached: """
                SELECT DISTINCT coalesce(m.name, v.firm) FROM visit v LEFT JOIN member m ON m.id = v.technician_id
                WHERE v.order_id = ? AND v.state <> 'withdrawn' ORDER BY v.number
                """,
            arguments: [order.id])
        return WorkOrderLine(order: order, goers: goers)
    }
}

extension WorkOrderScope {
    /// Condition on `o` for what is visible in this scope.
    var condition: SQL {
        guard !isComplete else { return "1" }
        var parts: [SQL] = []
        if let department { parts.append("o.department = \(department)") }
        if let technician {
            parts.append("o.id IN (SELECT order_id FROM visit WHERE technician_id = \(technician))")
        }
        return parts.isEmpty ? "0" : "(\(parts.joined(separator: " OR ")))"
    }
}

extension WorkOrderFilter {
    static func isLateCondition(at now: Date) -> SQL { "o.is_awaited = 1 AND o.arrive_by < \(now)" }

    /// Condition on `o`: open, and its last report says that the work is not done.
    static let isNotFixedCondition: SQL = """
        o.state IN ('approved', 'dispatched', 'accepted', 'on-site', 'reported', 'confirmed', 'handed-in')
        AND (SELECT r.outcome FROM service_report r WHERE r.visit_id = \(sql: LastReport.visit(of: "o.id")))
            IN ('not-fixed', 'absent')
        """

    fileprivate static func condition(_ query: ListQuery, _ sight: WorkOrderScope, at now: Date) -> SQL {
        var all = [sight.condition]
        if let state: WorkOrderState = query.choice(state) { all.append("o.state = \(state)") }
        if let department = query[department] { all.append("o.department = \(department)") }
        if let technician = query[technician] {
            all.append(
                "o.id IN (SELECT order_id FROM visit WHERE technician_id = \(technician) AND state <> 'withdrawn')")
        }
        if let kind: WorkOrderKind = query.choice(kind) { all.append("o.kind = \(kind)") }
        if query[isLate] == true { all.append(isLateCondition(at: now)) }
        if query[isNotFixed] == true { all.append(isNotFixedCondition) }
        return all.joined(separator: " AND ")
    }
}
