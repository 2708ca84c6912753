import Forms
import Foundation
import GRDB
import Rulebooks

extension WorkOrderStore {
    /// The context of a request, within the person's scope (ACC-12).
    func briefing(
        project id: Project.ID, followUp: FollowUp?, because issue: CustomerIssue?, for member: Member
    ) async throws -> WorkOrderBriefing? {
        try await database.read { db in try fetchBriefing(db, id, followUp, issue, member) }
    }

    /// The same, with the customer's phone prefilled where permitted; that is audited (ACC-8).
    func briefingShowingPhone(
        project id: Project.ID, followUp: FollowUp?, because issue: CustomerIssue?, for member: Member, _ stamp: Stamp
    ) async throws -> WorkOrderBriefing? {
        try await database.write(stamp) { db, stamp in
            guard let briefing = try fetchBriefing(db, id, followUp, issue, member) else { return nil }
            guard briefing.isPhoneFilledIn else { return briefing }
            try database.audit.append(
                db, .phoneShown, .customer(briefing.customer.id), stamp,
                detail: ["page": PhonePage.workOrder.rawValue])
            return briefing
        }
    }

    private func fetchBriefing(
        _ db: Database, _ id: Project.ID, _ followUp: FollowUp?, _ issue: CustomerIssue?, _ member: Member
    ) throws -> WorkOrderBriefing? {
        guard let project = try ProjectStore.fetch(db, id),
            let customer = try CustomerStore.fetch(db, project.customer.id)
        else { return nil }
        let orders = try Self.fetchOfProject(db, id)
        return WorkOrderBriefing(
            project: project, customer: customer,
            warranty: WarrantyEnd(project, try ProjectStore.fetchLife(db, id), rules.rulebook),
            equipment: try EquipmentStore.fetchOfProject(db, id),
            orders: orders.filter(Permissions.workOrders(for: member).shows), followUp: followUp, issue: issue,
            isPhoneFilledIn: Permissions.may(member, .fillInPhone(orders, because: issue)))
    }

    /// The orders of a project, the latest first.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [WorkOrder] {
        try StoredRow.fetchAll(
            db, cached: "\(selection) WHERE o.project_id = ? ORDER BY o.id DESC LIMIT 100", arguments: [project],
            as: WorkOrder.init)
    }

    /// Requests a visit; number and deadline are assigned here.
    /// - Throws: `Refusal.notFound` without the project, or when the equipment is another project's.
    func request(
        _ details: WorkOrderDetails, for project: Project.ID, because issue: CustomerIssue.ID? = nil,
        _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, rules, zone, issues] db, stamp in
            guard try ProjectStore.fetch(db, project) != nil else { throw Refusal.notFound }
            if let equipment = details.equipmentID {
                guard try EquipmentStore.fetch(db, equipment)?.projectID == project else { throw Refusal.notFound }
            }
            let arriveBy = rules.rulebook.arrival.latest(
                after: details.receivedAt, concernsWaterOrElectricity: details.urgency == .waterElectricity)
            let id = try Self.insert(db, details, for: project, arriveBy: arriveBy, day: Day(stamp.at, in: zone), stamp)
            if let issue { try issues.noteOrder(db, id, because: issue, stamp) }
            try audit.append(db, .workOrderRequested, .workOrder(id, project: project), stamp)
            return Paths.workOrder(id)
        }
    }

    /// Inserts an order inside a larger transaction.
    static func insert(
        _ db: Database, _ details: WorkOrderDetails, for project: Project.ID, arriveBy: Date, day: Day, _ stamp: Stamp
    ) throws -> WorkOrder.ID {
        try db.execute(
            cached: """
                INSERT INTO work_order (number, project_id, equipment_id, kind, department, urgency, source, follow_up_id,
                    symptom, contact_name, contact_phone, site_address, wished_at, tools, received_at, arrive_by,
                    requested_by, requested_at, state)
                VALUES (:number, :project, :equipment, :kind, :department, :urgency, :source, :followUp, :symptom,
                    :contactName, :contactPhone, :siteAddress, :wishedAt, :tools, :receivedAt, :arriveBy,
                    :requestedBy, :requestedAt, 'requested')
                """,
            arguments: [
                "number": try DailyNumber.next(db, "PG", of: .workOrder, on: day), "project": project,
                "equipment": details.equipmentID, "kind": details.kind.rawValue, "department": details.department,
                "urgency": details.urgency.rawValue, "source": details.source.rawValue, "followUp": details.followUpID,
                "symptom": details.symptom, "contactName": details.contactName,
                "contactPhone": details.contactPhone.canonical, "siteAddress": details.siteAddress,
                "wishedAt": details.wish, "tools": details.tools, "receivedAt": details.receivedAt,
                "arriveBy": arriveBy, "requestedBy": stamp.member, "requestedAt": stamp.at,
            ])
        return db.lastInsertedID()
    }
}
