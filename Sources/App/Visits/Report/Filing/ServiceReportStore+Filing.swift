import Forms
import Foundation
import GRDB
import Rulebooks

/// Files a complete report, with all its effects in one transaction (SVC-3 to SVC-6).
extension ServiceReportStore {
    /// - Parameter version: of the report as last shown.
    /// - Returns: the path of the visit.
    /// - Throws: `StaleVersion` when it was changed meanwhile; `Refusal` when it is incomplete or filed already, the
    ///   visit withdrawn or the order cancelled.
    func file(
        _ id: Visit.ID, version: Int, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            let visit = try Self.fetchReportable(db, id, by: member)
            guard let report = try fetchContext(db, id, for: member, at: stamp.at) else { throw Refusal.notFound }
            guard report.version == version else { throw StaleVersion() }
            guard let finished = ReportCheck(report).finished else { throw Refusal.conflict("report-incomplete") }
            guard finished.outcome == .absent || report.validConfirmation != nil else {
                throw Refusal.conflict("report-unsigned")
            }
            try Self.write(db, finished, of: id, zone, stamp)
            try EquipmentChangeStore.apply(db, finished, of: report, stamp)
            try db.execute(
                cached: "UPDATE visit SET state = 'reported', version = version + 1 WHERE id = ?", arguments: [id])
            try database.audit.append(
                db, .reportFiled, .visit(id, project: visit.projectID), stamp,
                detail: ["outcome": finished.outcome.rawValue])
            try finishVisit(db, visit, finished, stamp)
            return Paths.visit(id)
        }
    }

    /// Propagates the report to the order, which may need another visit, and to the issue that it came from.
    private func finishVisit(_ db: Database, _ visit: Visit, _ report: ServiceReport, _ stamp: Stamp) throws {
        let isAbsent = report.outcome == .absent
        try WorkOrderStore.advance(db, visit.orderID, to: .reported, stamp)
        try issues.noteVisit(
            db, of: visit.orderID, .visited,
            text: isAbsent
                ? report[.outcome, OutcomeForm.because(isAbsent: true)] : report[.finding, FindingForm.done], stamp)
        if report.outcome.needsAnotherVisit {
            let wish = report[.outcome, OutcomeForm.nextVisit(isAbsent: isAbsent)]
            try FollowOnVisitStore.note(db, database.audit, after: visit, wish: wish, stamp)
        }
        try orders.updateStateFromVisits(db, visit.orderID, stamp)
    }

    private static func write(
        _ db: Database, _ report: ServiceReport, of id: Visit.ID, _ zone: TimeZone, _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: """
                UPDATE service_report SET filed_at = :filedAt, answers = :answers, arrived_at = :arrived,
                    departed_at = :departed, outcome = :outcome, warranty = :verdict, warranty_until = :until,
                    warranty_source = :source, total_fen = :total, cash = :cash
                WHERE visit_id = :visit
                """,
            arguments: [
                "visit": id, "filedAt": stamp.at, "answers": report.answers.stored(),
                "arrived": report.arrived.date(in: zone), "departed": report.departed.date(in: zone),
                "outcome": report.outcome.rawValue, "verdict": report.warrantyVerdict.rawValue,
                "until": report.warranty.until, "source": report.warranty.source.rawValue,
                "total": report.total.fen, "cash": (report.total > .zero ? Cash.State.taken : .nothing).rawValue,
            ])
        for (position, charge) in report.charges.enumerated() { try insert(db, charge, at: position, of: id) }
        for (position, item) in report.replacements.enumerated() { try insert(db, item, at: position, of: id) }
    }

    private static func insert(_ db: Database, _ charge: Charge, at position: Int, of id: Visit.ID) throws {
        try db.execute(
            cached: """
                INSERT INTO service_charge (visit_id, position, kind, name, unit, quantity, unit_price_fen, is_free)
                VALUES (:visit, :position, :kind, :name, :unit, :quantity, :price, :isFree)
                """,
            arguments: [
                "visit": id, "position": position, "kind": charge.kind.rawValue, "name": charge.name,
                "unit": charge.unit, "quantity": charge.quantity, "price": charge.unitPrice.fen,
                "isFree": charge.isFree,
            ])
    }

    private static func insert(_ db: Database, _ item: Replacement, at position: Int, of id: Visit.ID) throws {
        try db.execute(
            cached: """
                INSERT INTO replacement (visit_id, position, what, name, old_serial, new_serial, old_returned,
                    warranty_until)
                VALUES (:visit, :position, :what, :name, :old, :new, :isReturned, :until)
                """,
            arguments: [
                "visit": id, "position": position, "what": item.what.rawValue, "name": item.name,
                "old": item.oldSerial, "new": item.newSerial, "isReturned": item.isOldReturned,
                "until": item.warrantyUntil,
            ])
    }
}
