import Foundation
import GRDB

/// Decisions about an order: each is a row with who, when and why.
extension WorkOrderStore {
    /// - Throws: `OrderChanged` when it was decided meanwhile; `Refusal.forbidden` for one's own, `Refusal.notFound`.
    func approve(
        _ order: WorkOrder.ID, remark: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let current = try Self.undecided(db, order, by: member)
            try db.execute(
                cached:
                    "INSERT INTO work_order_approval (order_id, approved_by, approved_at, remark) VALUES (?, ?, ?, ?)",
                arguments: [order, member.id, stamp.at, remark])
            try Self.setState(db, of: order, to: .approved, at: stamp.at)
            try audit.append(db, .workOrderApproved, .workOrder(order, project: current.project.id), stamp)
            return Paths.workOrder(order)
        }
    }

    /// - Throws: as `approve`.
    func refuse(
        _ order: WorkOrder.ID, because reason: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let current = try Self.undecided(db, order, by: member)
            try db.execute(
                cached: "INSERT INTO work_order_refusal (order_id, refused_by, refused_at, reason) VALUES (?, ?, ?, ?)",
                arguments: [order, member.id, stamp.at, reason])
            try Self.setState(db, of: order, to: .refused, at: stamp.at)
            try audit.append(db, .workOrderRefused, .workOrder(order, project: current.project.id), stamp)
            return Paths.workOrder(order)
        }
    }

    /// Cancels an order, even while a technician is on the way: its visits are withdrawn for the same reason.
    /// - Throws: `OrderChanged` when it cannot be cancelled any more, `Refusal.notFound`.
    func cancel(
        _ order: WorkOrder.ID, because reason: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let current = try Self.fetch(db, order, visibleTo: member) else { throw Refusal.notFound }
            guard current.state.mayBecome(.cancelled) else { throw OrderChanged(order: current) }
            guard Permissions.may(member, .cancel(current)) else { throw Refusal.forbidden("not-your-department") }
            try db.execute(
                cached: """
                    INSERT INTO work_order_cancellation (order_id, cancelled_by, cancelled_at, reason)
                    VALUES (?, ?, ?, ?)
                    """,
                arguments: [order, member.id, stamp.at, reason])
            try db.execute(
                cached: """
                    UPDATE visit SET state = 'withdrawn', withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ?,
                        version = version + 1
                    WHERE order_id = ? AND state IN ('planned', 'accepted', 'on-site')
                    """,
                arguments: [stamp.at, member.id, reason, order])
            try Self.setState(db, of: order, to: .cancelled, at: stamp.at)
            try audit.append(db, .workOrderCancelled, .workOrder(order, project: current.project.id), stamp)
            return Paths.workOrder(order)
        }
    }

    private static func undecided(_ db: Database, _ id: WorkOrder.ID, by member: Member) throws -> WorkOrder {
        guard let order = try fetch(db, id, visibleTo: member) else { throw Refusal.notFound }
        guard order.state == .requested else { throw OrderChanged(order: order) }
        guard Permissions.may(member, .decideOrder(order)) else {
            throw Refusal.forbidden(order.requestedBy.id == member.id ? "own-order" : "not-your-department")
        }
        return order
    }
}

/// Conflict: somebody else decided meanwhile, so the step is no longer possible (UX-4).
struct OrderChanged: TooLate {
    let order: WorkOrder
}
