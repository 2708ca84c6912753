import Forms
import Foundation
import GRDB

/// Every statement that writes or reads work orders; the steps and the lists have files of their own.
struct WorkOrderStore: Sendable {
    let database: AppDatabase
    let books: BooksInForce
    let zone: TimeZone

    /// An order through the person who looks; nil where there is none that they may see.
    func find(_ id: WorkOrder.ID, visibleTo member: Member) async throws -> WorkOrder? {
        try await database.read { db in try Self.fetch(db, id, visibleTo: member) }
    }

    static func fetch(_ db: Database, _ id: WorkOrder.ID, visibleTo member: Member) throws -> WorkOrder? {
        guard let order = try fetch(db, id) else { return nil }
        let sight = Permissions.workOrders(for: member)
        if sight.shows(order) { return order }
        guard let technician = sight.technician else { return nil }
        let isSent = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM visit WHERE order_id = ? AND technician_id = ?)",
            arguments: [id, technician])
        return isSent == true ? order : nil
    }

    static func fetch(_ db: Database, _ id: WorkOrder.ID) throws -> WorkOrder? {
        try Row.fetchOne(db.cachedStatement(sql: "\(selection) WHERE o.id = ?"), arguments: [id])
            .flatMap(WorkOrder.init)
    }

    /// What an order is read from; conditions go on with `o`.
    static let selection = """
        SELECT o.*, p.number AS project_number, p.site_address AS project_address, p.customer_id, c.name AS customer_name,
            c.form_of_address, m.name AS requested_by_name
        FROM work_order o CROSS JOIN project p ON p.id = o.project_id CROSS JOIN customer c ON c.id = p.customer_id
        CROSS JOIN member m ON m.id = o.requested_by
        """
}

extension WorkOrder {
    /// Nil for what a later version of the program wrote.
    init?(row: Row) {
        guard let kind = WorkOrderKind(rawValue: row["kind"]), let urgency = Urgency(rawValue: row["urgency"]),
            let source = WorkOrderSource(rawValue: row["source"]), let state = WorkOrderState(rawValue: row["state"]),
            let phone = PhoneNumber(stored: row["contact_phone"])
        else { return nil }
        self.init(
            id: row["id"], number: row["number"],
            project: ProjectNumber(
                id: row["project_id"], number: row["project_number"], siteAddress: row["project_address"]),
            customer: CustomerName(
                id: row["customer_id"], name: row["customer_name"],
                formOfAddress: FormOfAddress(rawValue: row["form_of_address"]) ?? .none),
            details: WorkOrderDetails(
                kind: kind, department: row["department"], urgency: urgency, source: source,
                followUpID: row["follow_up_id"], equipmentID: row["equipment_id"], symptom: row["symptom"],
                contactName: row["contact_name"], contactPhone: phone, siteAddress: row["site_address"],
                wish: row["wished_at"], tools: row["tools"], receivedAt: row["received_at"]),
            arriveBy: row["arrive_by"],
            requestedBy: MemberName(id: row["requested_by"], name: row["requested_by_name"]),
            requestedAt: row["requested_at"], state: state, isAwaited: row["is_awaited"], version: row["version"])
    }
}
