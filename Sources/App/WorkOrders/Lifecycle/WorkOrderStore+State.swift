import Foundation
import GRDB

extension WorkOrderStore {
    /// Advances an order because of a step of one of its visits, inside the transaction of that step.
    ///
    /// With several visits, one that lags behind takes nothing back, and states after the visits wait until each was
    /// reported: until then the order stays as it is.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when the order was cancelled or closed meanwhile, or no visit
    ///   has been dispatched yet.
    static func advance(_ db: Database, _ order: WorkOrder.ID, to next: WorkOrderState, _ stamp: Stamp) throws {
        let current = try state(db, of: order)
        switch current {
        case .cancelled: throw Refusal.conflict("order-cancelled")
        case .refused: throw Refusal.conflict("order-refused")
        case .requested: throw Refusal.conflict("order-not-approved")
        case .closed:
            guard next.isAfterTheVisits else { throw Refusal.conflict("order-closed") }
        case .approved, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn: break
        }
        if next.meansArrival {
            try db.execute(cached: "UPDATE work_order SET is_awaited = 0 WHERE id = ?", arguments: [order])
        }
        guard next.isBeyond(current), current.mayBecome(next) else { return }
        if next.isAfterTheVisits, try hasOpenVisit(db, of: order) { return }
        try setState(db, of: order, to: next, at: stamp.at)
    }

    /// The current state within the transaction.
    /// - Throws: `Refusal.notFound`.
    static func state(_ db: Database, of order: WorkOrder.ID) throws -> WorkOrderState {
        let row = try StoredRow.fetchOne(
            db, cached: "SELECT state FROM work_order WHERE id = ?", arguments: [order])
        guard let row else { throw Refusal.notFound }
        return try row.value("state")
    }

    static func setState(_ db: Database, of order: WorkOrder.ID, to next: WorkOrderState, at now: Date) throws {
        try db.execute(
            cached: """
                UPDATE work_order SET state = ?, closed_at = ?, is_awaited = is_awaited AND ?, version = version + 1
                WHERE id = ?
                """,
            arguments: [next.rawValue, next.isOver ? now : nil, !next.isOver, order])
    }

    /// Whether a visit is planned or under way.
    static func hasOpenVisit(_ db: Database, of order: WorkOrder.ID) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM visit WHERE order_id = ? AND state IN ('planned', 'accepted', 'on-site'))
                """,
            arguments: [order]) ?? false
    }
}
