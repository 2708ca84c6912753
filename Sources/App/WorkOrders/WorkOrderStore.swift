import Forms
import Foundation
import GRDB

/// Every statement about work orders; its extensions have steps and lists.
struct WorkOrderStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone
    /// Notified when an order is requested for one of its issues.
    let issues: IssueStore

    /// An order; nil when there is none within the member's scope.
    func find(_ id: WorkOrder.ID, visibleTo member: Member) async throws -> WorkOrder? {
        try await database.read { db in try Self.fetch(db, id, visibleTo: member) }
    }

    static func fetch(_ db: Database, _ id: WorkOrder.ID, visibleTo member: Member) throws -> WorkOrder? {
        guard let order = try fetch(db, id) else { return nil }
        let sight = Permissions.workOrders(for: member)
        if sight.shows(order) { return order }
        guard let technician = sight.technician else { return nil }
        let isSent = try Bool.fetchOne(
            db, cached: "SELECT EXISTS (SELECT 1 FROM visit WHERE order_id = ? AND technician_id = ?)",
            arguments: [id, technician])
        return isSent == true ? order : nil
    }

    static func fetch(_ db: Database, _ id: WorkOrder.ID) throws -> WorkOrder? {
        try StoredRow.fetchOne(db, cached: "\(selection) WHERE o.id = ?", arguments: [id], as: WorkOrder.init)
    }

    /// SELECT of an order; conditions are appended about `o`.
    static let selection = """
        SELECT o.*, p.number AS project_number, p.site_address AS project_address, p.customer_id, c.name AS customer_name,
            c.form_of_address, m.name AS requested_by_name
        FROM work_order o CROSS JOIN project p ON p.id = o.project_id CROSS JOIN customer c ON c.id = p.customer_id
        CROSS JOIN member m ON m.id = o.requested_by
        """
}

extension WorkOrder {
    init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), number: try row.value("number"),
            project: ProjectNumber(
                id: try row.value("project_id"), number: try row.value("project_number"),
                siteAddress: try row.value("project_address")),
            customer: CustomerName(
                id: try row.value("customer_id"), name: try row.value("customer_name"),
                formOfAddress: try row.value("form_of_address")),
            details: WorkOrderDetails(
                kind: try row.value("kind"), department: try row.value("department"), urgency: try row.value("urgency"),
                source: try row.value("source"),
                followUpID: try row.value("follow_up_id"), equipmentID: try row.value("equipment_id"),
                symptom: try row.value("symptom"),
                contactName: try row.value("contact_name"), contactPhone: try row.value("contact_phone"),
                siteAddress: try row.value("site_address"),
                wish: try row.value("wished_at"), tools: try row.value("tools"),
                receivedAt: try row.value("received_at")),
            arriveBy: try row.value("arrive_by"),
            requestedBy: MemberName(id: try row.value("requested_by"), name: try row.value("requested_by_name")),
            requestedAt: try row.value("requested_at"), state: try row.value("state"),
            isAwaited: try row.value("is_awaited"), version: try row.value("version"))
    }
}
