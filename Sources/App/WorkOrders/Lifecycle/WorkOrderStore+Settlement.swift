import Forms
import Foundation
import GRDB
import Rulebooks

/// The state of an order after one of its visits ended, by a report or a withdrawal: derived from all visits, in
/// whatever order they ended (SVC-2, SVC-5).
extension WorkOrderStore {
    /// While visits are open, the order has the state of the furthest one. After that the last report decides whether
    /// the work is done. Runs inside the transaction of the step.
    func updateStateFromVisits(_ db: Database, _ order: WorkOrder.ID, _ stamp: Stamp) throws {
        guard try !Self.state(db, of: order).isOver else { return }
        if let standing = try Self.stateOfOpenVisits(db, of: order) {
            return try Self.become(standing, db, order, stamp)
        }
        guard let last = try LastReport.fetch(db, of: order), !last.outcome.needsAnotherVisit else {
            return try Self.become(.approved, db, order, stamp)
        }
        try Self.become(.reported, db, order, stamp)
        if last.isSigned { try Self.advance(db, order, to: .confirmed, stamp) }
        if try FeeStore.isSettled(db, order: order) { try Self.advance(db, order, to: .closed, stamp) }
        if last.outcome == .fixed { try raiseEvent(db, order, stamp) }
    }

    private static func become(
        _ next: WorkOrderState, _ db: Database, _ order: WorkOrder.ID, _ stamp: Stamp
    ) throws {
        let current = try state(db, of: order)
        if current != next, current.mayBecome(next) { try setState(db, of: order, to: next, at: stamp.at) }
    }

    /// Nil when no visit is open.
    private static func stateOfOpenVisits(_ db: Database, of order: WorkOrder.ID) throws -> WorkOrderState? {
        let states = Set(try fetchVisits(db, of: order).map(\.visit.state))
        if states.contains(.onSite) { return .onSite }
        if states.contains(.accepted) { return .accepted }
        return states.contains(.planned) ? .dispatched : nil
    }

    /// Raises the event that a satisfaction call may answer (CAD-1): after a repair, and after an installation where
    /// the rulebook says so.
    private func raiseEvent(_ db: Database, _ id: WorkOrder.ID, _ stamp: Stamp) throws {
        guard let order = try Self.fetch(db, id), let name = order.details.kind.closingEvent else { return }
        let today = Day(stamp.at, in: zone)
        let event = ProjectEvent(name: name, day: today, id: WorkOrder.eventID(id))
        try ProjectEventStore.raise(db, event, of: order.project.id, rules.planSync, today: today, stamp)
    }
}

/// The report that decides an order: the last one filed. A visit where nobody was in counts only when there is no
/// other.
struct LastReport: Sendable {
    let outcome: VisitOutcome
    /// Whether the customer signed that report, on screen or on paper.
    let isSigned: Bool

    /// SQL for the visit with that report.
    /// - Parameter order: SQL for the order's id.
    static func visit(of order: String) -> String {
        """
        (SELECT v.id FROM visit v JOIN service_report s ON s.visit_id = v.id
            WHERE v.order_id = \(order) AND s.filed_at IS NOT NULL
            ORDER BY s.outcome = 'absent', s.filed_at DESC, v.number DESC LIMIT 1)
        """
    }

    static func fetch(_ db: Database, of order: WorkOrder.ID) throws -> LastReport? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT r.outcome, c.manner FROM service_report r
                LEFT JOIN customer_confirmation c ON c.visit_id = r.visit_id AND c.report_version = r.version
                WHERE r.visit_id = \(visit(of: "?"))
                """,
            arguments: [order])
        guard let row else { return nil }
        let (outcome, manner): (VisitOutcome, CustomerConfirmation.Manner?) = try (
            row.value("outcome"), row.value("manner")
        )
        let isSigned = manner.map { $0 != .nobody } ?? false
        return LastReport(outcome: outcome, isSigned: isSigned && outcome != .absent)
    }
}

extension WorkOrderKind {
    /// The event that ends an order of this kind; nil when no follow-up is owed after it.
    fileprivate var closingEvent: ProjectEvent.Name? {
        switch self {
        case .repair: .closed
        case .installation: .installed
        case .survey, .inspection: nil
        }
    }
}

extension WorkOrder {
    /// Id of the event that ends this order, unique within its project.
    static func eventID(_ id: ID) -> String { "order-\(id)" }
}
