import Forms
import Foundation
import GRDB
import Rulebooks

/// Files a finished report: all that follows from it is stored together, or nothing (SVC-3 to SVC-6).
extension ServiceReportStore {
    /// - Parameter version: of the report as it was last shown.
    /// - Returns: the visit's page.
    /// - Throws: `StaleVersion` when it was changed meanwhile; `Refusal` when something is missing, it was filed, the
    ///   visit withdrawn or the order cancelled.
    func file(
        _ id: Visit.ID, version: Int, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            let visit = try Self.fetchReportable(db, id, by: member)
            guard let dossier = try dossier(db, id, for: member, at: stamp.at) else { throw Refusal.notFound }
            guard dossier.version == version else { throw StaleVersion() }
            guard let report = ReportCheck(dossier).report else { throw Refusal.conflict("report-incomplete") }
            guard report.outcome == .absent || dossier.validConfirmation != nil else {
                throw Refusal.conflict("report-unsigned")
            }
            try Self.write(db, report, of: id, zone, stamp)
            try EquipmentChangeStore.apply(db, report, of: dossier, stamp)
            try db.execute(
                sql: "UPDATE visit SET state = 'reported', version = version + 1 WHERE id = ?", arguments: [id])
            try database.audit.append(
                db, .reportFiled, .visit(id, project: visit.projectID), stamp,
                detail: ["outcome": report.outcome.rawValue])
            try settle(db, visit, report, stamp)
            return Paths.visit(id)
        }
    }

    /// Tells those who wait for it: the order, which may go on to the next visit, and the issue that it came from.
    private func settle(_ db: Database, _ visit: Visit, _ report: ServiceReport, _ stamp: Stamp) throws {
        try WorkOrderStore.advance(db, visit.orderID, to: .reported, stamp)
        let issues = IssueStore(database: database, books: books, zone: zone)
        try issues.noteVisit(
            db, of: visit.orderID, .visited, text: report.work?.done ?? report.outcomeBecause, stamp)
        if report.outcome.needsAnotherVisit {
            try FollowOnVisitStore.note(db, database.audit, after: visit, wish: report.nextVisitWish, stamp)
        }
        let orders = WorkOrderStore(database: database, books: books, zone: zone, issues: issues)
        try orders.settle(db, visit.orderID, stamp)
    }

    private static func write(
        _ db: Database, _ report: ServiceReport, of id: Visit.ID, _ zone: TimeZone, _ stamp: Stamp
    ) throws {
        let work = report.work
        try db.execute(
            sql: """
                UPDATE service_report SET filed_at = ?, arrived_at = ?, departed_at = ?, late_because = ?,
                    badge_number = ?, finding = ?, work_done = ?, damage = ?, compensation_fen = ?, put_back = ?,
                    cleaned = ?, declined_wishes = ?, outcome = ?, outcome_because = ?, is_explained = ?,
                    next_visit_wish = ?, warranty = ?, warranty_until = ?, warranty_source = ?, warranty_because = ?,
                    receipt_number = ?, invoice_number = ?, total_fen = ?, cash = ?
                WHERE visit_id = ?
                """,
            arguments: [
                stamp.at, report.arrived.date(in: zone), report.departed.date(in: zone), report.lateBecause,
                report.badgeNumber, work?.finding ?? "", work?.done ?? "", work?.damage ?? "",
                work?.compensation.fen ?? 0, work?.isPutBack, work?.isCleaned, report.declinedWishes,
                report.outcome.rawValue, report.outcomeBecause, report.isExplained, report.nextVisitWish,
                report.warrantyVerdict.rawValue, report.warranty.until, report.warranty.source.rawValue,
                report.warrantyBecause, report.receiptNumber, report.invoiceNumber, report.total.fen,
                report.total > .zero ? "taken" : "none", id,
            ])
        for (position, charge) in report.charges.enumerated() { try insert(db, charge, at: position, of: id) }
        for (position, item) in report.replacements.enumerated() { try insert(db, item, at: position, of: id) }
    }

    private static func insert(_ db: Database, _ charge: Charge, at position: Int, of id: Visit.ID) throws {
        try db.execute(
            sql: """
                INSERT INTO service_charge (visit_id, position, kind, name, unit, quantity, unit_price_fen, is_free)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, position, charge.kind.rawValue, charge.name, charge.unit, charge.quantity, charge.unitPrice.fen,
                charge.isFree,
            ])
    }

    private static func insert(_ db: Database, _ item: Replacement, at position: Int, of id: Visit.ID) throws {
        try db.execute(
            sql: """
                INSERT INTO replacement (visit_id, position, what, name, old_serial, new_serial, old_returned,
                    warranty_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, position, item.what.rawValue, item.name, item.oldSerial, item.newSerial, item.isOldReturned,
                item.warrantyUntil,
            ])
    }
}
