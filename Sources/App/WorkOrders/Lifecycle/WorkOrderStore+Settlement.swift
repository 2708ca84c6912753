import Forms
import Foundation
import GRDB
import Rulebooks

/// Where an order goes when one of its visits ended, by a report or because it was withdrawn: the visits decide it
/// together, in whatever order they ended (SVC-2, SVC-5).
extension WorkOrderStore {
    /// While somebody is still to go, the order stands where the visit that came furthest stands. Once nobody is, the
    /// last report says whether it is done; inside the transaction of the step.
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

    /// Nil when nobody is to go and nobody is there.
    private static func stateOfOpenVisits(_ db: Database, of order: WorkOrder.ID) throws -> WorkOrderState? {
        let states = Set(try fetchVisits(db, of: order).map(\.visit.state))
        if states.contains(.onSite) { return .onSite }
        if states.contains(.accepted) { return .accepted }
        return states.contains(.planned) ? .dispatched : nil
    }

    /// The customer is asked afterwards how it went (CAD-1): after a repair, and where the rulebook says so an installation.
    private func raiseEvent(_ db: Database, _ id: WorkOrder.ID, _ stamp: Stamp) throws {
        guard let order = try Self.fetch(db, id), let name = order.details.kind.closingEvent else { return }
        let today = Day(stamp.at, in: zone)
        let event = ProjectEvent(name: name, day: today, id: WorkOrder.eventID(id))
        try ProjectEventStore.raise(db, event, of: order.project.id, rules.planSync, today: today, stamp)
    }
}

/// The report that says how an order stands: the last that was filed. A visit that met nobody says nothing of the work,
/// so it speaks only where no other does.
struct LastReport: Sendable {
    let outcome: VisitOutcome
    /// Whether the customer signed that report, on the screen or on paper.
    let isSigned: Bool

    /// The visit whose report it is, as SQL, of the order that `order` names.
    static func visit(of order: String) -> String {
        """
        (SELECT v.id FROM visit v JOIN service_report s ON s.visit_id = v.id
            WHERE v.order_id = \(order) AND s.filed_at IS NOT NULL
            ORDER BY s.outcome = 'absent', s.filed_at DESC, v.number DESC LIMIT 1)
        """
    }

    static func fetch(_ db: Database, of order: WorkOrder.ID) throws -> LastReport? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT r.outcome, c.manner FROM service_report r
                    LEFT JOIN customer_confirmation c ON c.visit_id = r.visit_id AND c.report_version = r.version
                    WHERE r.visit_id = \(visit(of: "?"))
                    """),
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
    /// What a rulebook calls the end of such an order; nil where nobody is asked about it afterwards.
    fileprivate var closingEvent: ProjectEvent.Name? {
        switch self {
        case .repair: .closed
        case .installation: .installed
        case .survey, .inspection: nil
        }
    }
}

extension WorkOrder {
    /// What tells its end from that of other orders among the events of its project.
    static func eventID(_ id: ID) -> String { "order-\(id)" }
}
