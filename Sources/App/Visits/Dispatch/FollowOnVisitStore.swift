import Foundation
import GRDB

/// Makes the next visit to do from one that did not fix it, without anybody typing the order again (SVC-5).
enum FollowOnVisitStore {
    /// Keeps the customer's wish for the next time; inside the transaction of the report, which settles the order
    /// afterwards. Asked twice for one visit, it is kept once.
    static func note(_ db: Database, _ audit: AuditTrail, after visit: Visit, wish: String, _ stamp: Stamp) throws {
        try db.execute(
            sql: """
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
