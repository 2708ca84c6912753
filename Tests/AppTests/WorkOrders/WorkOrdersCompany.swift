import Forms
import Foundation
import GRDB
import Testing

@testable import App

/// Work orders made through the stores, for tests whose subject comes after them.
extension TestCompany {
    var orders: WorkOrderStore {
        WorkOrderStore(database: database, rules: app.rules, zone: zone, issues: app.issueStore)
    }
    var equipment: EquipmentStore { EquipmentStore(database: database) }

    /// A project that visits can be asked for.
    func site(_ number: String = "HF-2026-001", phone: String = "13812345678") async throws -> Project.ID {
        let customer = try await registerCustomer(phones: [phone], address: "幸福路8号")
        return try await registerProject(number, of: customer, site: "幸福路8号3幢")
    }

    func requestOrder(
        for project: Project.ID? = nil, _ symptom: String = "水槽漏水", urgency: Urgency = .ordinary,
        department: String = "maintenance", hoursAgo: Double = 1, by one: Staff = .agent
    ) async throws -> WorkOrder.ID {
        let number = "HF-\(UUID().uuidString.prefix(8))"
        let project = if let project { project } else { try await site(number) }
        let details = WorkOrderDetails(
            kind: .repair, department: department, urgency: urgency, source: .phone, followUpID: nil,
            equipmentID: nil, symptom: symptom, contactName: "王建国",
            contactPhone: try #require(PhoneNumber(typed: "13812345678")), siteAddress: "幸福路8号3幢", wish: "",
            tools: "", receivedAt: clock.now.addingTimeInterval(-hoursAgo * 3600))
        return try Self.id(in: try await orders.request(details, for: project, .random(), try stamp(one)))
    }

    func approvedOrder(
        _ symptom: String = "水槽漏水", urgency: Urgency = .ordinary,
        hoursAgo: Double = 1
    ) async throws -> WorkOrder.ID {
        let order = try await requestOrder(symptom, urgency: urgency, hoursAgo: hoursAgo)
        _ = try await orders.approve(
            order, remark: "", by: try member(.manager), .random(), try stamp(.manager))
        return order
    }

    /// - Parameter start: today, by the company's clock.
    /// - Returns: the visit.
    @discardableResult
    func dispatch(
        _ order: WorkOrder.ID, to technician: Member.ID? = nil, at start: String = "14:00", minutes: Int = 60,
        isCustomerTold: Bool = true
    ) async throws -> Visit.ID {
        let time = try #require(TimeOfDay(start))
        let wish = DispatchInput(
            goer: .technician(try technician ?? member(.technician).id),
            time: AppointedTime(start: LocalDateTime(day: today, time: time), minutes: minutes),
            isCustomerTold: isCustomerTold, note: "", firmBecause: "", isDespiteClash: true)
        _ = try await orders.dispatch(
            wish, for: order, version: try await self.order(order).version, by: try member(.manager), .random(),
            try stamp(.manager))
        return try await id("SELECT max(id) FROM visit")
    }

    func order(_ id: WorkOrder.ID) async throws -> WorkOrder {
        try #require(try await orders.find(id, visibleTo: try member(.admin)))
    }

    func visits(of order: WorkOrder.ID) async throws -> [DispatchedVisit] { try await orders.visits(of: order) }

    /// Somebody who can be sent, besides the technician of every company.
    func anotherTechnician(_ name: String = "马涛", department: String? = "maintenance") async throws -> Member.ID {
        let facts = MemberFacts(name: name, username: nil, roles: [.technician], department: department)
        return try Self.id(
            in: try await app.memberStore.add(
                facts, passwordHash: nil, mustChangePassword: false, .random(), try stamp(.admin)
            ).path)
    }

    /// Gives a member another department, as an administrator does.
    func move(_ one: Staff, to department: String?) async throws {
        let stored = try #require(try await app.memberStore.find(try member(one).id))
        let facts = MemberFacts(
            name: stored.name, username: Username(typed: one.rawValue), roles: stored.roles, department: department)
        _ = try await app.memberStore.correct(
            stored.id, to: facts, version: stored.version, .random(), try stamp(.admin))
    }

    /// Inside one transaction, as the steps of a report do it.
    func advance(_ order: WorkOrder.ID, to state: WorkOrderState) async throws {
        let stamp = try stamp(.technician)
        try await database.write { db in try WorkOrderStore.advance(db, order, to: state, stamp) }
    }

    /// Sets the state of a visit without the steps that lead to it.
    func setVisit(_ visit: Visit.ID, to state: VisitState) async throws {
        try await database.write { db in
            try db.execute(sql: "UPDATE visit SET state = ? WHERE id = ?", arguments: [state.rawValue, visit])
        }
    }

    private static func id<Thing>(in path: String) throws -> ID<Thing> {
        try #require(path.split(separator: "/").last.flatMap { ID(String($0)) })
    }
}
