import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    /// SELECT of a visit; conditions are appended about `v`, and about `o` for its order.
    static let visitSelection = """
        SELECT v.*, o.number AS order_number, o.project_id, o.department, o.site_address, c.name AS customer_name,
            m.name AS technician_name
        FROM visit v CROSS JOIN work_order o ON o.id = v.order_id CROSS JOIN project p ON p.id = o.project_id
        CROSS JOIN customer c ON c.id = p.customer_id LEFT JOIN member m ON m.id = v.technician_id
        """

    func visits(of order: WorkOrder.ID) async throws -> [DispatchedVisit] {
        try await database.read { db in try Self.fetchVisits(db, of: order) }
    }

    static func fetchVisits(_ db: Database, of order: WorkOrder.ID) throws -> [DispatchedVisit] {
        try StoredRow.fetchAll(
            db, cached: "\(visitSelection) WHERE v.order_id = ? ORDER BY v.number", arguments: [order],
            as: DispatchedVisit.init)
    }

    static func fetchVisit(_ db: Database, _ id: Visit.ID) throws -> DispatchedVisit? {
        try StoredRow.fetchOne(
            db, cached: "\(visitSelection) WHERE v.id = ?", arguments: [id], as: DispatchedVisit.init)
    }

    /// All visits of one day, by time.
    static func fetchVisits(_ db: Database, on day: Day) throws -> [DispatchedVisit] {
        try StoredRow.fetchAll(
            db,
            cached: """
                \(visitSelection) WHERE v.starts_at >= ? AND v.starts_at < ? AND v.state <> 'withdrawn'
                ORDER BY v.starts_at, v.id LIMIT 500
                """,
            arguments: [
                LocalDateTime(day: day, time: .midnight), LocalDateTime(day: day.adding(days: 1), time: .midnight),
            ], as: DispatchedVisit.init)
    }

    /// A technician's visits that overlap a time.
    static func fetchClashes(
        _ db: Database, of technician: Member.ID, with time: AppointedTime, except visit: Visit.ID?
    ) throws -> [DispatchedVisit] {
        // No visit takes longer than a day, so one that began earlier is over.
        try StoredRow.fetchAll(
            db,
            cached: """
                \(visitSelection) WHERE v.technician_id = :technician AND v.starts_at >= :earliest
                    AND v.starts_at < :end AND v.ends_at > :start AND v.state <> 'withdrawn' AND v.id IS NOT :visit
                ORDER BY v.starts_at, v.id LIMIT 20
                """,
            arguments: [
                "technician": technician,
                "earliest": LocalDateTime(day: time.start.day.adding(days: -1), time: .midnight),
                "start": time.start, "end": time.end, "visit": visit,
            ], as: DispatchedVisit.init)
    }
}

extension DispatchedVisit {
    init(row: StoredRow) throws {
        let technicianID: Member.ID? = try row.value("technician_id")
        self.init(
            visit: Visit(
                id: try row.value("id"), orderID: try row.value("order_id"), projectID: try row.value("project_id"),
                number: try row.value("number"),
                technicianID: technicianID, department: try row.value("department"), state: try row.value("state"),
                version: try row.value("version")),
            orderNumber: try row.value("order_number"), customerName: try row.value("customer_name"),
            siteAddress: try row.value("site_address"),
            technician: try technicianID.map { MemberName(id: $0, name: try row.value("technician_name") ?? "") },
            firm: try row.value("firm"),
            firmPhone: try row.value("firm_phone"),
            time: AppointedTime(start: try row.value("starts_at"), end: try row.value("ends_at")),
            isCustomerTold: try row.value("is_customer_told"), note: try row.value("note"),
            withdrawnBecause: try row.value("withdrawn_because"))
    }
}
