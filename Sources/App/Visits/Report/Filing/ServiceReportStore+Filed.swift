import Forms
import Foundation
import GRDB
import Rulebooks

extension ServiceReportStore {
    /// Nil when the report was not filed.
    func filed(_ id: Visit.ID) async throws -> FiledReport? {
        try await database.read { [zone] in try Self.fetchFiled($0, id, zone) }
    }

    /// The report and its visit for printing; each print is audited (ACC-5).
    func print(_ id: Visit.ID, for member: Member, _ stamp: Stamp) async throws -> (VisitDetails, FiledReport)? {
        try await database.write(stamp) { [zone, audit = database.audit] db, stamp in
            guard let briefing = try VisitStore.fetchBriefing(db, id, for: member),
                let filed = try Self.fetchFiled(db, id, zone)
            else { return nil }
            try audit.append(db, .reportPrinted, .visit(id, project: briefing.visit.projectID), stamp)
            return (briefing, filed)
        }
    }

    static func fetchFiled(_ db: Database, _ id: Visit.ID, _ zone: TimeZone) throws -> FiledReport? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT r.*, m.name AS author_name, o.received_at FROM service_report r
                JOIN member m ON m.id = r.author_id JOIN visit v ON v.id = r.visit_id
                JOIN work_order o ON o.id = v.order_id WHERE r.visit_id = ? AND r.filed_at IS NOT NULL
                """,
            arguments: [id])
        guard let row else { return nil }
        let (arrived, departed): (Date, Date) = try (row.value("arrived_at"), row.value("departed_at"))
        let received: Date = try row.value("received_at")
        let report = ServiceReport(
            answers: try .init(stored: row.value("answers"), in: "answers"),
            arrived: LocalDateTime(arrived, in: zone), departed: LocalDateTime(departed, in: zone),
            outcome: try row.value("outcome"),
            warranty: WarrantyFinding(
                source: try row.value("warranty_source"), until: try row.value("warranty_until"),
                calledOn: Day(received, in: zone)),
            warrantyVerdict: try row.value("warranty"), charges: try charges(db, id),
            replacements: try replacements(db, id))
        return FiledReport(
            report: report, authorName: try row.value("author_name"), filedAt: try row.value("filed_at"),
            confirmation: try ConfirmationStore.fetch(db, id),
            cash: try FeeStore.cash(db, id, state: try row.value("cash")),
            photographs: try photographs(db, id))
    }

    private static func photographs(_ db: Database, _ id: Visit.ID) throws -> [ReportPhotograph] {
        try StoredRow.fetchAll(
            db, cached: "SELECT token, moment FROM photograph WHERE visit_id = ? AND removed_at IS NULL ORDER BY id",
            arguments: [id]
        ) { ReportPhotograph(token: try $0.value("token"), moment: try $0.value("moment")) }
    }

    private static func charges(_ db: Database, _ id: Visit.ID) throws -> [Charge] {
        try StoredRow.fetchAll(
            db, cached: "SELECT * FROM service_charge WHERE visit_id = ? ORDER BY position",
            arguments: [id]
        ) { row in
            try Charge(
                kind: row.value("kind"), name: row.value("name"), unit: row.value("unit"),
                quantity: row.value("quantity"), unitPrice: row.value("unit_price_fen"), isFree: row.value("is_free"))
        }
    }

    private static func replacements(_ db: Database, _ id: Visit.ID) throws -> [Replacement] {
        try StoredRow.fetchAll(
            db, cached: "SELECT * FROM replacement WHERE visit_id = ? ORDER BY position", arguments: [id]
        ) { row in
            try Replacement(
                what: row.value("what"), name: row.value("name"), oldSerial: row.value("old_serial"),
                newSerial: row.value("new_serial"), isOldReturned: row.value("old_returned"),
                warrantyUntil: row.value("warranty_until"))
        }
    }
}
