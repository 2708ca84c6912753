import Forms
import Foundation
import GRDB
import Rulebooks

/// Writes demo work orders: some pending, some late, some on their way today.
struct DemoWorkOrderStore: Sendable {
    let database: AppDatabase
    let company: Company
    let now: Date

    private var today: Day { Day(now, in: company.zone) }

    func addOrders(_ staff: DemoStaff) throws {
        try database.writeNow { db in
            // The first projects are the newest; the homes of those after them are lived in.
            let projects = try Project.ID.fetchAll(
                db, cached: "SELECT id FROM project ORDER BY id LIMIT ? OFFSET 5", arguments: [DemoWorkOrder.all.count])
            for (order, project) in zip(DemoWorkOrder.all, projects) {
                try add(db, order, to: project, staff)
            }
        }
    }

    private func add(_ db: Database, _ order: DemoWorkOrder, to id: Project.ID, _ staff: DemoStaff) throws {
        guard let project = try ProjectStore.fetch(db, id),
            let customer = try CustomerStore.fetch(db, project.customer.id), let phone = customer.details.phones.first
        else { return }
        let received = now.addingTimeInterval(-order.hoursAgo * 3600)
        let details = WorkOrderDetails(
            kind: order.kind, department: "maintenance", urgency: order.urgency, source: .phone, followUpID: nil,
            equipmentID: nil, symptom: order.symptom, contactName: customer.details.name, contactPhone: phone,
            siteAddress: project.details.siteAddress, wish: order.wish, tools: order.tools, receivedAt: received)
        let asked = stamp(staff.agents.first, received.addingTimeInterval(300))
        let arriveBy = company.rulebook.arrival.latest(
            after: received, concernsWaterOrElectricity: order.urgency == .waterElectricity)
        let work = try WorkOrderStore.insert(
            db, details, for: id, arriveBy: arriveBy, day: Day(received, in: company.zone), asked)
        try follow(db, order.course, of: work, at: received.addingTimeInterval(1200), staff)
    }

    private func follow(
        _ db: Database, _ course: DemoWorkOrder.Course, of order: WorkOrder.ID, at: Date, _ staff: DemoStaff
    ) throws {
        let decided = stamp(staff.manager, at)
        switch course {
        case .requested: return
        case .refused(let reason):
            try note(db, "work_order_refusal (order_id, refused_by, refused_at, reason)", order, decided, reason)
            try WorkOrderStore.setState(db, of: order, to: .refused, at: at)
            return
        case .approved, .dispatched, .accepted, .cancelled: break
        }
        try note(db, "work_order_approval (order_id, approved_by, approved_at, remark)", order, decided, "")
        try WorkOrderStore.setState(db, of: order, to: .approved, at: at)
        switch course {
        case .requested, .refused, .approved: return
        case .dispatched(let technician, let hour, let isCustomerTold):
            try send(db, technician, at: hour, isCustomerTold, for: order, staff, decided)
        case .accepted(let technician, let hour):
            let visit = try send(db, technician, at: hour, true, for: order, staff, decided)
            try db.execute(
                cached: "UPDATE visit SET state = 'accepted', accepted_at = ? WHERE id = ?",
                arguments: [at.addingTimeInterval(600), visit])
            try WorkOrderStore.advance(db, order, to: .accepted, decided)
        case .cancelled(let reason):
            try note(
                db, "work_order_cancellation (order_id, cancelled_by, cancelled_at, reason)", order, decided, reason)
            try WorkOrderStore.setState(db, of: order, to: .cancelled, at: at)
        }
    }

    @discardableResult
    private func send(
        _ db: Database, _ technician: Int, at hour: Int, _ isCustomerTold: Bool, for order: WorkOrder.ID,
        _ staff: DemoStaff, _ stamp: Stamp
    ) throws -> Visit.ID? {
        guard staff.technicians.indices.contains(technician), let time = TimeOfDay(hour: hour, minute: 0) else {
            return nil
        }
        let wish = DispatchInput(
            goer: .technician(staff.technicians[technician]),
            time: AppointedTime(start: LocalDateTime(day: today, time: time), minutes: 120),
            isCustomerTold: isCustomerTold, note: "", firmBecause: "", isDespiteClash: true)
        let visit = try WorkOrderStore.insertVisit(db, wish, for: order, stamp)
        try WorkOrderStore.setState(db, of: order, to: .dispatched, at: stamp.at)
        return visit
    }

    private func note(_ db: Database, _ table: String, _ order: WorkOrder.ID, _ stamp: Stamp, _ text: String) throws {
        try db.execute(
            cached: "INSERT INTO \(table) VALUES (?, ?, ?, ?)", arguments: [order, stamp.member, stamp.at, text])
    }

    private func stamp(_ member: Member.ID?, _ at: Date) -> Stamp {
        Stamp(member: member, at: min(at, now), address: Stamp.command.address)
    }
}
