import Forms
import Foundation
import GRDB

/// Every statement about cash on its way from technicians to finance (SVC-4).
struct FeeStore: Sendable {
    let database: AppDatabase

    /// Cash not yet confirmed, by the member who took it, the oldest first.
    func open(_ rows: Rows) async throws -> [OpenCash] {
        try await database.read { db in try Self.open(db, rows) }
    }

    static func open(_ db: Database, _ rows: Rows) throws -> [OpenCash] {
        let author: Member.ID? =
            switch rows {
            case .all: nil
            case .ofMember(let id): id
            }
        return try StoredRow.fetchAll(
            db,
            cached: """
                \(selection) WHERE r.cash IN ('taken', 'handed-in') AND (?1 IS NULL OR r.author_id = ?1)
                ORDER BY m.name, r.author_id, r.filed_at, r.visit_id LIMIT ?2
                """,
            arguments: [author, most]
        ) { try read(db, $0) }
    }

    private static let selection = """
        SELECT r.visit_id, r.total_fen, r.filed_at, r.cash, r.author_id, m.name AS author_name,
            o.number, c.name AS customer_name
        FROM service_report r CROSS JOIN member m ON m.id = r.author_id CROSS JOIN visit v ON v.id = r.visit_id
            CROSS JOIN work_order o ON o.id = v.order_id CROSS JOIN project p ON p.id = o.project_id
            CROSS JOIN customer c ON c.id = p.customer_id
        """

    private static func read(_ db: Database, _ row: StoredRow) throws -> OpenCash {
        OpenCash(
            visitID: try row.value("visit_id"), orderNumber: try row.value("number"),
            customerName: try row.value("customer_name"),
            takenBy: MemberName(id: try row.value("author_id"), name: try row.value("author_name")),
            total: try row.value("total_fen"), filedAt: try row.value("filed_at"),
            cash: try cash(db, try row.value("visit_id"), state: try row.value("cash")))
    }

    /// Maximum of rows; no company has more open cash.
    static let most = 500

    static func cash(_ db: Database, _ visit: Visit.ID, state: Cash.State) throws -> Cash {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT h.*, m.name FROM fee_handing_in h JOIN member m ON m.id = h.handed_in_by WHERE visit_id = ?
                """,
            arguments: [visit])
        let confirmed = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT f.*, m.name FROM fee_confirmation f JOIN member m ON m.id = f.confirmed_by WHERE visit_id = ?
                """,
            arguments: [visit])
        return Cash(
            state: state,
            handingIn: try row.map {
                Cash.HandingIn(
                    amount: try $0.value("amount_fen"), receiptNumber: try $0.value("receipt_number"),
                    byID: try $0.value("handed_in_by"), byName: try $0.value("name"), at: try $0.value("handed_in_at"),
                    note: try $0.value("note"))
            },
            confirmation: try confirmed.map {
                Cash.Confirmation(
                    amount: try $0.value("amount_fen"), byName: try $0.value("name"), at: try $0.value("confirmed_at"),
                    remark: try $0.value("remark"))
            })
    }

    /// Hands in the cash of one report.
    /// - Throws: `Refusal.conflict` when there is none, or it was handed in already.
    func handIn(
        _ id: Visit.ID, receipt: String, note: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let visit = try VisitStore.fetchOwn(db, id, of: member)
            let total = try Int.fetchOne(
                db, cached: "SELECT total_fen FROM service_report WHERE visit_id = ? AND cash = 'taken'",
                arguments: [id])
            guard let total else { throw Refusal.conflict("no-cash-to-hand-in") }
            try db.execute(
                cached: """
                    INSERT INTO fee_handing_in (visit_id, amount_fen, receipt_number, handed_in_by, handed_in_at, note)
                    VALUES (:visit, :amount, :receiptNumber, :handedInBy, :handedInAt, :note)
                    """,
                arguments: [
                    "visit": id, "amount": total, "receiptNumber": receipt, "handedInBy": member.id,
                    "handedInAt": stamp.at, "note": note,
                ])
            try Self.setCash(db, id, .handedIn)
            if try !Self.has(db, .taken, order: visit.orderID) {
                try WorkOrderStore.advance(db, visit.orderID, to: .handedIn, stamp)
            }
            try audit.append(db, .feeHandedIn, .visit(id, project: visit.projectID), stamp)
            return Paths.visit(id)
        }
    }

    /// Confirms handed-in cash; the last confirmation closes the order.
    /// - Throws: `Refusal.conflict` when nothing was handed in, or the cash is one's own.
    func confirm(
        _ id: Visit.ID, amount: Money, remark: String, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let visit = try VisitStore.fetch(db, id) else { throw Refusal.notFound }
            let cash = try Self.current(db, id)
            guard cash.state == .handedIn, let handed = cash.handingIn else {
                throw Refusal.conflict("fee-not-handed-in")
            }
            guard handed.byID != member.id else { throw Refusal.forbidden("own-fee") }
            try db.execute(
                cached: """
                    INSERT INTO fee_confirmation (visit_id, confirmed_by, confirmed_at, amount_fen, remark)
                    VALUES (:visit, :confirmedBy, :confirmedAt, :amount, :remark)
                    """,
                arguments: [
                    "visit": id, "confirmedBy": member.id, "confirmedAt": stamp.at, "amount": amount.fen,
                    "remark": remark,
                ])
            try Self.setCash(db, id, .confirmed)
            if try Self.isSettled(db, order: visit.orderID) {
                try WorkOrderStore.advance(db, visit.orderID, to: .closed, stamp)
            }
            try audit.append(db, .feeConfirmed, .visit(id, project: visit.projectID), stamp)
            return Paths.fees
        }
    }

    /// The cash of a filed report.
    func find(_ id: Visit.ID) async throws -> OpenCash? {
        try await database.read { db in
            try StoredRow.fetchOne(
                db, cached: "\(Self.selection) WHERE r.visit_id = ? AND r.filed_at IS NOT NULL", arguments: [id]
            ) { try Self.read(db, $0) }
        }
    }

    private static func current(_ db: Database, _ id: Visit.ID) throws -> Cash {
        let state = try Cash.State.fetchOne(
            db, cached: "SELECT cash FROM service_report WHERE visit_id = ?", arguments: [id])
        return try cash(db, id, state: state ?? .nothing)
    }

    private static func setCash(_ db: Database, _ id: Visit.ID, _ state: Cash.State) throws {
        try db.execute(
            cached: "UPDATE service_report SET cash = ? WHERE visit_id = ?", arguments: [state.rawValue, id])
    }

    /// Whether none of an order's cash is still to be confirmed.
    static func isSettled(_ db: Database, order: WorkOrder.ID) throws -> Bool {
        try !has(db, .taken, order: order) && !has(db, .handedIn, order: order)
    }

    private static func has(_ db: Database, _ state: Cash.State, order: WorkOrder.ID) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM visit v JOIN service_report r ON r.visit_id = v.id
                    WHERE v.order_id = ? AND r.cash = ?)
                """,
            arguments: [order, state.rawValue]) ?? false
    }
}
