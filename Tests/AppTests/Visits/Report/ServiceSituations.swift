import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

/// An order and a visit of it, as they are when a technician sets out.
struct SentVisit: Sendable {
    let visit: Visit.ID
    let order: WorkOrder.ID
    let project: Project.ID
}

extension TestCompany {
    var visits: VisitStore { VisitStore(database: database, issues: app.issueStore) }
    var reports: ServiceReportStore {
        ServiceReportStore(database: database, rules: app.rules, zone: zone, issues: app.issueStore, orders: orders)
    }
    var fees: FeeStore { FeeStore(database: database) }

    /// A warranty that is long over, so that nothing is free where a test does not say otherwise.
    static let lastYear = Day("2025-11-23")

    /// An order of a customer of its own that somebody was sent for.
    /// - Parameter hours: from when to when the customer expects somebody, today unless `day` says otherwise.
    /// - Parameter warranty: its last day by the contract; nil leaves it to the rulebook.
    /// - Parameter due: hours from now by which somebody must be there.
    func sentVisit(
        _ number: String = "PG-1", kind: WorkOrderKind = .repair, to technician: Staff? = .technician,
        on day: Day? = nil, hours: (from: Int, to: Int)? = nil, due: Double = 24, urgency: Urgency = .ordinary,
        department: String = "maintenance", warranty: Day? = lastYear, equipment: String? = nil
    ) async throws -> SentVisit {
        let customer = try await registerCustomer("客户" + number, phones: ["13800001234"])
        let project = try await registerProject("P-" + number, of: customer, site: "幸福路 5 号")
        if let warranty { try await agreeWarranty(of: project, until: warranty) }
        let piece = try await install(equipment, in: project)
        let order = try await insertOrder(
            number, kind, project, department: department, urgency: urgency, due: due, equipment: piece)
        let visit = try await insertVisit(of: order, to: technician, on: day ?? today, hours: hours)
        return SentVisit(visit: visit, order: order, project: project)
    }

    private func agreeWarranty(of project: Project.ID, until day: Day) async throws {
        try await database.write { db in
            try db.execute(
                sql: "UPDATE project SET warranty_until_override = ? WHERE id = ?", arguments: [day, project])
        }
    }

    /// - Returns: the piece of equipment, which has no warranty of its own.
    @discardableResult
    func install(_ serial: String?, in project: Project.ID, until warranty: Day? = nil) async throws -> Equipment.ID? {
        guard let serial else { return nil }
        let now = clock.now
        return try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO equipment (project_id, model, serial_number, warranty_until, created_at)
                    VALUES (?, '净水器', ?, ?, ?)
                    """,
                arguments: [project, serial, warranty, now])
            return db.lastInsertedID()
        }
    }

    private func insertOrder(
        _ number: String, _ kind: WorkOrderKind, _ project: Project.ID, department: String, urgency: Urgency,
        due: Double, equipment: Equipment.ID?
    ) async throws -> WorkOrder.ID {
        let (agent, now) = (try member(.agent).id, clock.now)
        return try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO work_order (number, project_id, equipment_id, kind, department, urgency, source, symptom,
                        contact_name, contact_phone, site_address, tools, received_at, arrive_by, requested_by,
                        requested_at, state)
                    VALUES (?, ?, ?, ?, ?, ?, 'phone', '水龙头漏水', '王先生', '13800001234', '幸福路 5 号', '管钳、生料带', ?, ?,
                        ?, ?, 'dispatched')
                    """,
                arguments: [
                    number, project, equipment, kind.rawValue, department, urgency.rawValue, now,
                    now.addingTimeInterval(due * 3600), agent, now,
                ])
            return db.lastInsertedID()
        }
    }

    /// One more visit of an order.
    func insertVisit(
        of order: WorkOrder.ID, to technician: Staff?, on day: Day? = nil, hours: (from: Int, to: Int)? = nil
    ) async throws -> Visit.ID {
        let (sender, now) = (try member(.manager).id, clock.now)
        let goer = try technician.map { try member($0).id }
        let moment = { (hour: Int) in
            TimeOfDay(hour: hour, minute: 0).map { LocalDateTime(day: day ?? self.today, time: $0).description }
        }
        let (start, end) = (hours.flatMap { moment($0.from) }, hours.flatMap { moment($0.to) })
        return try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO visit (order_id, number, technician_id, firm, dispatched_by, dispatched_at, starts_at,
                        ends_at)
                    VALUES (?, (SELECT count(*) + 1 FROM visit WHERE order_id = ?), ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [order, order, goer, goer == nil ? "快修公司" : "", sender, now, start, end])
            let visit: Visit.ID = db.lastInsertedID()
            try db.execute(
                sql: "UPDATE work_order SET state = 'dispatched' WHERE id = ? AND state = 'approved'",
                arguments: [order])
            return visit
        }
    }

    /// One more technician, who signs in as a second agent would: the account is given the role.
    func makeTechnician(_ one: Staff) async throws {
        let id = try member(one).id
        try await database.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO member_role (member_id, role) VALUES (?, 'technician')", arguments: [id])
        }
    }

    func orderState(_ order: WorkOrder.ID) async throws -> WorkOrderState {
        try await database.read { try WorkOrderStore.state($0, of: order) }
    }

    func cancel(_ order: WorkOrder.ID) async throws {
        try await database.write { db in
            try db.execute(sql: "UPDATE work_order SET state = 'cancelled' WHERE id = ?", arguments: [order])
        }
    }

    func withdraw(_ visit: Visit.ID) async throws {
        let now = clock.now
        try await database.write { db in
            try db.execute(
                sql: "UPDATE visit SET state = 'withdrawn', withdrawn_at = ?, withdrawn_because = '客户改期' WHERE id = ?",
                arguments: [now, visit])
        }
    }

    /// A photograph of a visit, as far as a report counts it.
    func photograph(_ visit: Visit.ID, _ moment: String = "after") async throws {
        let (member, now) = (try member(.technician).id, clock.now)
        try await database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO photograph (token, visit_id, moment, digest, thumbnail_digest, sent_digest, width, height,
                        bytes, added_by, added_at) VALUES (?, ?, ?, 'd', 't', ?, 800, 600, 9000, ?, ?)
                    """,
                arguments: [UUID().uuidString, visit, moment, UUID().uuidString, member, now])
        }
    }

    func text(_ sql: String) async throws -> String? {
        try await database.read { db in try String.fetchOne(db, sql: sql) }
    }
}
