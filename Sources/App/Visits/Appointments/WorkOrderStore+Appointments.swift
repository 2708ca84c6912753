import Forms
import Foundation
import GRDB

/// Statements for rescheduling, telling the customer, and withdrawing visits.
extension WorkOrderStore {
    /// A visit with its order, within the member's scope.
    func findVisit(_ id: Visit.ID, visibleTo member: Member) async throws -> (WorkOrder, DispatchedVisit)? {
        try await database.read { db in
            guard let visit = try Self.fetchVisit(db, id),
                let order = try Self.fetch(db, visit.visit.orderID, visibleTo: member)
            else { return nil }
            return (order, visit)
        }
    }

    /// - Parameter version: of the visit, as the form was opened with it.
    /// - Throws: `StaleVersion`, `VisitClash` unless it was confirmed, `Refusal`.
    func agree(
        _ wish: AppointmentWish, for visit: Visit.ID, version: Int, by member: Member, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let current = try Self.open(db, visit, visibleTo: member)
            guard current.visit.version == version else { throw StaleVersion() }
            guard Permissions.may(member, .agreeTime(current.visit)) else {
                throw Refusal.forbidden("not-your-department")
            }
            if let technician = current.technician, !wish.isDespiteClash {
                try Self.checkClash(db, of: technician.id, with: wish.time, except: visit)
            }
            try Self.insertAppointment(
                db, of: visit, wish.time, because: wish.reason, isCustomerTold: wish.isCustomerTold, stamp)
            try db.execute(
                cached: """
                    UPDATE visit SET starts_at = ?, ends_at = ?, is_customer_told = ?, version = version + 1 WHERE id = ?
                    """,
                arguments: [wish.time.start, wish.time.end, wish.isCustomerTold, visit])
            try audit.append(db, .appointmentAgreed, Self.subject(current), stamp)
            return Paths.workOrder(current.visit.orderID)
        }
    }

    static func insertAppointment(
        _ db: Database, of visit: Visit.ID, _ time: AppointedTime, because reason: String, isCustomerTold: Bool,
        _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO appointment (visit_id, starts_at, ends_at, reason, customer_told, agreed_by, agreed_at)
                VALUES (:visit, :startsAt, :endsAt, :reason, :customerTold, :agreedBy, :agreedAt)
                """,
            arguments: [
                "visit": visit, "startsAt": time.start, "endsAt": time.end, "reason": reason,
                "customerTold": isCustomerTold, "agreedBy": stamp.member, "agreedAt": stamp.at,
            ])
    }

    /// Records that the customer was told the current time.
    /// - Throws: `Refusal.conflict` when that was recorded already, `Refusal.notFound`.
    func noteTold(
        _ visit: Visit.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let current = try Self.open(db, visit, visibleTo: member)
            guard Permissions.may(member, .tellCustomer(current.visit)) else {
                throw Refusal.forbidden("not-your-department")
            }
            guard current.isUntold else { throw Refusal.conflict("customer-told") }
            try db.execute(
                cached: """
                    INSERT INTO appointment_notice (appointment_id, told_by, told_at)
                    SELECT max(id), ?, ? FROM appointment WHERE visit_id = ?
                    """,
                arguments: [member.id, stamp.at, visit])
            try db.execute(cached: "UPDATE visit SET is_customer_told = 1 WHERE id = ?", arguments: [visit])
            try audit.append(db, .customerTold, Self.subject(current), stamp)
            return Paths.workOrder(current.visit.orderID)
        }
    }

    /// Withdraws a visit; when no other is open, the order waits for a dispatch again.
    /// - Throws: `Refusal.conflict` when the technician has arrived already, `Refusal.forbidden`, `Refusal.notFound`.
    func withdraw(
        _ visit: Visit.ID, because reason: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            let current = try Self.open(db, visit, visibleTo: member)
            guard Permissions.may(member, .arrange(current.visit)) else {
                throw Refusal.forbidden("not-your-department")
            }
            try db.execute(
                cached: """
                    UPDATE visit SET state = 'withdrawn', withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?,
                        version = version + 1 WHERE id = ?
                    """,
                arguments: [stamp.at, member.id, reason, visit])
            let order = current.visit.orderID
            try updateStateFromVisits(db, order, stamp)
            try database.audit.append(db, .visitWithdrawn, Self.subject(current), stamp)
            return Paths.workOrder(order)
        }
    }

    /// A visit before its arrival, of an open order.
    private static func open(_ db: Database, _ id: Visit.ID, visibleTo member: Member) throws -> DispatchedVisit {
        guard let visit = try fetchVisit(db, id), try fetch(db, visit.visit.orderID, visibleTo: member) != nil else {
            throw Refusal.notFound
        }
        guard visit.visit.state != .withdrawn else { throw Refusal.conflict("visit-withdrawn") }
        guard visit.visit.state.isBeforeArrival else { throw Refusal.conflict("visit-begun") }
        return visit
    }

    private static func subject(_ visit: DispatchedVisit) -> AuditSubject {
        .workOrder(visit.visit.orderID, project: visit.visit.projectID)
    }
}
