import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    /// The history of an order, the latest first.
    static func fetchSteps(_ db: Database, of order: WorkOrder.ID) throws -> [WorkOrderStep] {
        try StoredRow.fetchAll(db, cached: steps, arguments: ["id": order], as: WorkOrderStep.init)
    }

    private static let steps = """
        WITH mine AS (SELECT v.*, coalesce(t.name, v.firm) AS goer FROM visit v
            LEFT JOIN member t ON t.id = v.technician_id WHERE v.order_id = :id),
        step (kind, at, by_id, visit, goer, starts_at, ends_at, told, text) AS (
            SELECT 'requested', requested_at, requested_by, NULL, '', NULL, NULL, 1, '' FROM work_order WHERE id = :id
            UNION ALL SELECT 'approved', approved_at, approved_by, NULL, '', NULL, NULL, 1, remark
                FROM work_order_approval WHERE order_id = :id
            UNION ALL SELECT 'refused', refused_at, refused_by, NULL, '', NULL, NULL, 1, reason
                FROM work_order_refusal WHERE order_id = :id
            UNION ALL SELECT 'cancelled', cancelled_at, cancelled_by, NULL, '', NULL, NULL, 1, reason
                FROM work_order_cancellation WHERE order_id = :id
            UNION ALL SELECT 'dispatched', dispatched_at, dispatched_by, number, goer, NULL, NULL, 1, note FROM mine
            UNION ALL SELECT 'accepted', accepted_at, technician_id, number, goer, NULL, NULL, 1, '' FROM mine
                WHERE accepted_at IS NOT NULL
            UNION ALL SELECT 'withdrawn', withdrawn_at, withdrawn_by, number, goer, NULL, NULL, 1, withdrawn_because
                FROM mine WHERE withdrawn_at IS NOT NULL
            UNION ALL SELECT 'agreed', a.agreed_at, a.agreed_by, v.number, v.goer, a.starts_at, a.ends_at,
                a.customer_told, a.reason FROM mine v JOIN appointment a ON a.visit_id = v.id
            UNION ALL SELECT 'told', n.told_at, n.told_by, v.number, v.goer, a.starts_at, a.ends_at, 1, ''
                FROM mine v JOIN appointment a ON a.visit_id = v.id JOIN appointment_notice n ON n.appointment_id = a.id
            UNION ALL SELECT 'report-filed', r.filed_at, r.author_id, v.number, v.goer, NULL, NULL, 1, ''
                FROM mine v JOIN service_report r ON r.visit_id = v.id WHERE r.filed_at IS NOT NULL
            UNION ALL SELECT 'further-visit', f.asked_at, f.asked_by, v.number, v.goer, NULL, NULL, 1, f.wish
                FROM mine v JOIN further_visit f ON f.after_visit_id = v.id)
        SELECT step.*, m.name AS by_name FROM step LEFT JOIN member m ON m.id = step.by_id ORDER BY at DESC, visit DESC
        """
}

extension WorkOrderStep {
    fileprivate init(row: StoredRow) throws {
        self.init(
            kind: try row.value("kind"), at: try row.value("at"), by: try row.value("by_name") ?? "",
            visit: try row.value("visit"), goer: try row.value("goer"),
            time: AppointedTime(start: try row.value("starts_at"), end: try row.value("ends_at")),
            isCustomerTold: try row.value("told"),
            text: try row.value("text"))
    }
}
