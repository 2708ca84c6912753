import Foundation
import GRDB

/// Requests a further visit after one that did not fix it, without a new order (SVC-5).
enum FollowOnVisitStore {
    /// Stores the customer's wish for the next visit, inside the transaction of the report, which updates the order
    /// afterwards. Idempotent per visit.
    static func note(_ db: Database, _ audit: AuditTrail, after visit: Visit, wish: String, _ stamp: Stamp) throws {
        try db.execute(
            cached: """
                INSERT INTO further_visit (after_visit_id, order_id, wish, asked_by, asked_at)
                VALUES (:afterVisit, :order, :wish, :askedBy, :askedAt)
                ON CONFLICT DO NOTHING
                """,
            arguments: [
                "afterVisit": visit.id, "order": visit.orderID, "wish": wish, "askedBy": stamp.member,
                "askedAt": stamp.at,
            ])
        guard db.changesCount == 1 else { return }
        try audit.append(db, .furtherVisitAsked, .workOrder(visit.orderID, project: visit.projectID), stamp)
    }
}
