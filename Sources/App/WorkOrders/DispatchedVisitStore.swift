import Forms
import Foundation
import GRDB

extension WorkOrderStore {
    /// What a visit is read from; conditions go on with `v`, and `o` for its order.
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
        try Row.fetchAll(db, sql: "\(visitSelection) WHERE v.order_id = ? ORDER BY v.number", arguments: [order])
            .compactMap(DispatchedVisit.init)
    }

    static func fetchVisit(_ db: Database, _ id: Visit.ID) throws -> DispatchedVisit? {
        try Row.fetchOne(db, sql: "\(visitSelection) WHERE v.id = ?", arguments: [id]).flatMap(DispatchedVisit.init)
    }

    /// The visits of one day in order of time, whoever goes.
    static func fetchVisits(_ db: Database, on day: Day) throws -> [DispatchedVisit] {
        try Row.fetchAll(
            db,
            sql: """
                \(visitSelection) WHERE v.starts_at >= ? AND v.starts_at < ? AND v.state <> 'withdrawn'
                ORDER BY v.starts_at, v.id LIMIT 500
                """,
            arguments: [
                LocalDateTime(day: day, time: .midnight), LocalDateTime(day: day.adding(days: 1), time: .midnight),
            ]
        ).compactMap(DispatchedVisit.init)
    }

    /// The visits of somebody that would run into another time.
    static func fetchClashes(
        _ db: Database, of technician: Member.ID, with time: AppointedTime, except visit: Visit.ID?
    ) throws -> [DispatchedVisit] {
        // No visit takes longer than a day, so that one which began earlier is over.
        try Row.fetchAll(
            db,
            sql: """
                \(visitSelection) WHERE v.technician_id = ? AND v.starts_at >= ? AND v.starts_at < ? AND v.ends_at > ?
                    AND v.state <> 'withdrawn' AND v.id IS NOT ? ORDER BY v.starts_at, v.id LIMIT 20
                """,
            arguments: [
                technician, LocalDateTime(day: time.start.day.adding(days: -1), time: .midnight), time.end, time.start,
                visit,
            ]
        ).compactMap(DispatchedVisit.init)
    }
}

extension DispatchedVisit {
    /// Nil for what a later version of the program wrote.
    init?(row: Row) {
        guard let state = VisitState(rawValue: row["state"]) else { return nil }
        let technicianID: Member.ID? = row["technician_id"]
        self.init(
            visit: Visit(
                id: row["id"], orderID: row["order_id"], projectID: row["project_id"], number: row["number"],
                technicianID: technicianID, department: row["department"], state: state, version: row["version"]),
            orderNumber: row["order_number"], customerName: row["customer_name"], siteAddress: row["site_address"],
            technician: technicianID.map { MemberName(id: $0, name: row["technician_name"] ?? "") }, firm: row["firm"],
            firmPhone: row["firm_phone"], time: AppointedTime(start: row["starts_at"], end: row["ends_at"]),
            isCustomerTold: row["is_customer_told"], note: row["note"], withdrawnBecause: row["withdrawn_because"])
    }
}
