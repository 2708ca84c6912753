import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    func list(
        _ filter: WorkOrderFilter, for sight: WorkOrderScope, at now: Date, limit: Int = WorkOrderFilter.pageSize
    ) async throws -> WorkOrderList {
        let condition = filter.condition(sight, at: now)
        return try await database.read { db in
            // The names of customers are looked up for the rows of the page alone, not for all that are sorted.
            let page = filter.order == .latest ? "arrive_by DESC, o.id DESC" : "arrive_by, o.id"
            let orders = try Row.fetchAll(
                db,
                sql: """
                    \(Self.selection) WHERE o.id IN (SELECT o.id FROM work_order o WHERE \(condition.sql)
                        ORDER BY o.\(page) LIMIT ? OFFSET ?) ORDER BY +o.\(page)
                    """,
                arguments: condition.arguments + [limit, (filter.page - 1) * WorkOrderFilter.pageSize]
            ).map(WorkOrder.init)
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM work_order o WHERE \(condition.sql) LIMIT ?)",
                arguments: condition.arguments + [WorkOrderFilter.countLimit + 1])
            return WorkOrderList(lines: try Self.lines(db, orders), count: count ?? 0)
        }
    }

    static func lines(_ db: Database, _ orders: [WorkOrder]) throws -> [WorkOrderLine] {
        let goers = try db.cachedStatement(
            sql: """
                SELECT DISTINCT coalesce(m.name, v.firm) FROM visit v LEFT JOIN member m ON m.id = v.technician_id
                WHERE v.order_id = ? AND v.state <> 'withdrawn' ORDER BY v.number
                """)
        return try orders.map { order in
            WorkOrderLine(order: order, goers: try String.fetchAll(goers, arguments: [order.id]))
        }
    }
}

extension WorkOrderScope {
    /// What of `o` may be seen, as a condition.
    var condition: (sql: String, arguments: StatementArguments) {
        guard !isComplete else { return ("1", []) }
        var parts: [String] = []
        var arguments = StatementArguments()
        if let department {
            parts.append("o.department = ?")
            arguments += [department]
        }
        if let technician {
            parts.append("o.id IN (SELECT order_id FROM visit WHERE technician_id = ?)")
            arguments += [technician]
        }
        return parts.isEmpty ? ("0", []) : ("(" + parts.joined(separator: " OR ") + ")", arguments)
    }
}

extension WorkOrderFilter {
    /// Orders `o` under way of which the last report says that the work is not done.
    static let isNotFixedCondition = """
        o.state IN ('approved', 'dispatched', 'accepted', 'on-site', 'reported', 'confirmed', 'handed-in')
        AND (SELECT r.outcome FROM service_report r WHERE r.visit_id = \(LastReport.visit(of: "o.id")))
            IN ('not-fixed', 'absent')
        """

    fileprivate func condition(_ sight: WorkOrderScope, at now: Date) -> (sql: String, arguments: StatementArguments) {
        var (sql, arguments) = sight.condition
        func require(_ condition: String, _ value: any DatabaseValueConvertible) {
            sql += " AND " + condition
            arguments += [value]
        }
        if let state { require("o.state = ?", state.rawValue) }
        if let department { require("o.department = ?", department) }
        if let technician {
            require("o.id IN (SELECT order_id FROM visit WHERE technician_id = ? AND state <> 'withdrawn')", technician)
        }
        if let kind { require("o.kind = ?", kind.rawValue) }
        if isLate { require("o.is_awaited = 1 AND o.arrive_by < ?", now) }
        if isNotFixed { sql += " AND " + Self.isNotFixedCondition }
        return (sql, arguments)
    }
}
