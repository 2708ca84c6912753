import Foundation
import GRDB

/// Makes the next visit to do from one that did not fix it, without anybody typing the order again (SVC-5).
enum FollowOnVisit {
    /// Puts the order back among those that are to be dispatched, with the customer's wish for the next time; inside the
    /// transaction of the report. Asked twice for one visit, it is made once.
    /// - Returns: the order.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when the order was cancelled, refused or closed.
    @discardableResult
    static func make(
        _ db: Database, _ audit: AuditTrail, after visit: Visit.ID, wish: String, _ stamp: Stamp
    ) throws -> WorkOrder.ID {
        let found = try Row.fetchOne(
            db,
            sql: """
                SELECT o.id, o.project_id FROM visit v JOIN work_order o ON o.id = v.order_id WHERE v.id = ?
                """,
            arguments: [visit])
        guard let found else { throw Refusal.notFound }
        let order: WorkOrder.ID = found["id"]
        let current = try WorkOrderStore.state(db, of: order)
        guard current == .approved || current.mayBecome(.approved), current != .requested else {
            throw Refusal.conflict(current.isOver ? "order-\(current.rawValue)" : "order-not-approved")
        }
        try db.execute(
            sql: """
                INSERT INTO further_visit (after_visit_id, order_id, wish, asked_by, asked_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
            arguments: [visit, order, wish, stamp.member, stamp.at])
        guard db.changesCount == 1 else { return order }
        if current != .approved { try WorkOrderStore.setState(db, of: order, to: .approved, at: stamp.at) }
        try audit.append(db, .furtherVisitAsked, .workOrder(order, project: found["project_id"]), stamp)
        return order
    }
}
