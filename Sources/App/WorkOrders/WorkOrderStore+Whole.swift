import Forms
import GRDB

extension WorkOrderStore {
    /// All data of an order's page, within the member's scope.
    func findWhole(_ id: WorkOrder.ID, visibleTo member: Member) async throws -> WorkOrderOverview? {
        try await database.read { db in try fetchWhole(db, id, visibleTo: member) }
    }

    /// The same with the contact's phone in full, which is audited in the same transaction (ACC-8).
    /// - Throws: `Refusal.forbidden` for those whose work does not need it.
    func findShowingPhone(_ id: WorkOrder.ID, to member: Member, _ stamp: Stamp) async throws -> WorkOrderOverview? {
        try await database.write(stamp) { db, stamp in
            guard let whole = try fetchWhole(db, id, visibleTo: member) else { return nil }
            guard Permissions.may(member, .showContact(whole.order, visits: whole.visits.map(\.visit))) else {
                throw Refusal.forbidden("not-your-department")
            }
            try database.audit.append(
                db, .phoneShown, .workOrder(id, project: whole.order.project.id), stamp,
                detail: ["page": PhonePage.workOrder.rawValue])
            return whole
        }
    }

    private func fetchWhole(_ db: Database, _ id: WorkOrder.ID, visibleTo member: Member) throws -> WorkOrderOverview? {
        guard let order = try Self.fetch(db, id, visibleTo: member),
            let project = try ProjectStore.fetch(db, order.project.id)
        else { return nil }
        let equipment = try order.details.equipmentID.flatMap { try EquipmentStore.fetch(db, $0) }
        let life = try ProjectStore.fetchLife(db, project.id)
        return WorkOrderOverview(
            order: order,
            warranty: WarrantyStatus(
                equipment, WarrantyEnd(project, life, rules.rulebook), on: Day(order.details.receivedAt, in: zone)),
            equipment: equipment, visits: try Self.fetchVisits(db, of: id), steps: try Self.fetchSteps(db, of: id),
            nextWish: try Self.fetchWish(db, of: id))
    }
}
