import Forms
import Foundation
import GRDB

/// Dispatches visits.
extension WorkOrderStore {
    /// - Parameter version: of the order, as the form was opened with it.
    /// - Throws: `OrderChanged` when the order was dispatched or decided meanwhile, `VisitClash` unless it was
    ///   confirmed, `TechnicianGone`, `Refusal.forbidden`, `Refusal.notFound`.
    func dispatch(
        _ wish: DispatchInput, for order: WorkOrder.ID, version: Int, by member: Member, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let current = try Self.fetch(db, order, visibleTo: member) else { throw Refusal.notFound }
            guard current.version == version, current.state.takesVisits else { throw OrderChanged(order: current) }
            guard Permissions.may(member, .dispatch(current)) else { throw Refusal.forbidden("not-your-department") }
            if case .technician(let technician) = wish.goer {
                try Self.checkTechnician(db, technician)
                if !wish.isDespiteClash { try Self.checkClash(db, of: technician, with: wish.time, except: nil) }
            }
            try Self.insertVisit(db, wish, for: order, stamp)
            let next = current.state == .approved ? WorkOrderState.dispatched : current.state
            try Self.setState(db, of: order, to: next, at: stamp.at)
            try audit.append(db, .visitDispatched, .workOrder(order, project: current.project.id), stamp)
            return Paths.workOrder(order)
        }
    }

    /// Inserts a visit with its first appointment, inside a larger transaction.
    @discardableResult
    static func insertVisit(_ db: Database, _ wish: DispatchInput, for order: WorkOrder.ID, _ stamp: Stamp) throws
        -> Visit.ID
    {
        let (technician, firm, phone): (Member.ID?, String, String) =
            switch wish.goer {
            case .technician(let id): (id, "", "")
            case .firm(let name, let phone): (nil, name, phone.canonical)
            }
        let note = [wish.note, wish.firmBecause].filter { !$0.isEmpty }.joined(separator: "\n")
        try db.execute(
            cached: """
                INSERT INTO visit (order_id, number, technician_id, firm, firm_phone, dispatched_by, dispatched_at, note,
                    starts_at, ends_at, is_customer_told, after_visit_id)
                VALUES (:order, (SELECT coalesce(max(number), 0) + 1 FROM visit WHERE order_id = :order), :technician,
                    :firm, :phone, :by, :at, :note, :starts, :ends, :told,
                    (SELECT max(after_visit_id) FROM further_visit WHERE order_id = :order))
                """,
            arguments: [
                "order": order, "technician": technician, "firm": firm, "phone": phone, "by": stamp.member,
                "at": stamp.at, "note": note, "starts": wish.time.start, "ends": wish.time.end,
                "told": wish.isCustomerTold,
            ])
        let visit: Visit.ID = db.lastInsertedID()
        try insertAppointment(db, of: visit, wish.time, because: "", isCustomerTold: wish.isCustomerTold, stamp)
        return visit
    }

    /// - Throws: `TechnicianGone`.
    private static func checkTechnician(_ db: Database, _ id: Member.ID) throws {
        guard try MemberStore.fetch(db, id)?.canBeSent == true else { throw TechnicianGone() }
    }

    /// - Throws: `VisitClash`.
    static func checkClash(
        _ db: Database, of technician: Member.ID, with time: AppointedTime, except visit: Visit.ID?
    ) throws {
        let clashes = try fetchClashes(db, of: technician, with: time, except: visit)
        guard clashes.isEmpty else { throw VisitClash(visits: clashes) }
    }

    /// All visits of one day.
    func visits(on day: Day) async throws -> [DispatchedVisit] {
        try await database.read { db in try Self.fetchVisits(db, on: day) }
    }

    /// The customer's wish for the next visit, after the last one did not fix it.
    static func fetchWish(_ db: Database, of order: WorkOrder.ID) throws -> String? {
        try String.fetchOne(
            db, cached: "SELECT wish FROM further_visit WHERE order_id = ? ORDER BY after_visit_id DESC LIMIT 1",
            arguments: [order])
    }
}

/// Scheduling conflict: the technician has another visit at that time.
struct VisitClash: Error {
    let visits: [DispatchedVisit]
}

/// The chosen member is locked, or no longer a technician.
struct TechnicianGone: Error {}

extension Member {
    /// Whether visits can be assigned to this member.
    var canBeSent: Bool { has(.technician) && !isLocked }
}
