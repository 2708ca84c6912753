import Forms
import Foundation
import GRDB
import Rulebooks

/// A report as it was filed, with what the customer said and where the cash is.
struct FiledReport: Sendable {
    let report: ServiceReport
    let authorName: String
    let filedAt: Date
    let confirmation: CustomerConfirmation?
    let cash: Cash
    let photographs: [ReportPhotograph]
}

/// A photograph as a report shows it.
struct ReportPhotograph: Sendable, Hashable {
    let token: String
    let moment: String
}

extension ServiceReportStore {
    /// Nil for a report that was not filed.
    func filed(_ id: Visit.ID) async throws -> FiledReport? {
        try await database.read { [zone] in try Self.fetchFiled($0, id, zone) }
    }

    /// The report and the visit to print; each print is written down (ACC-5).
    func print(_ id: Visit.ID, for member: Member, _ stamp: Stamp) async throws -> (VisitBriefing, FiledReport)? {
        try await database.write { [zone, audit = database.audit] db in
            guard let briefing = try VisitStore.fetchBriefing(db, id, for: member),
                let filed = try Self.fetchFiled(db, id, zone)
            else { return nil }
            try audit.append(db, .reportPrinted, .visit(id, project: briefing.visit.projectID), stamp)
            return (briefing, filed)
        }
    }

    static func fetchFiled(_ db: Database, _ id: Visit.ID, _ zone: TimeZone) throws -> FiledReport? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT r.*, m.name AS author_name, o.received_at FROM service_report r
                    JOIN member m ON m.id = r.author_id JOIN visit v ON v.id = r.visit_id
                    JOIN work_order o ON o.id = v.order_id WHERE r.visit_id = ? AND r.filed_at IS NOT NULL
                    """),
            arguments: [id])
        guard let row, let outcome = VisitOutcome(rawValue: row["outcome"]),
            let verdict = WarrantyVerdict(rawValue: row["warranty"]),
            let source = WarrantyFinding.Source(rawValue: row["warranty_source"])
        else { return nil }
        let arrived: Date = row["arrived_at"], departed: Date = row["departed_at"], received: Date = row["received_at"]
        let report = ServiceReport(
            arrived: LocalDateTime(arrived, in: zone), departed: LocalDateTime(departed, in: zone),
            lateBecause: row["late_because"], badgeNumber: row["badge_number"], outcome: outcome,
            outcomeBecause: row["outcome_because"], isExplained: row["is_explained"],
            nextVisitWish: row["next_visit_wish"], declinedWishes: row["declined_wishes"],
            work: outcome == .absent ? nil : work(row),
            warranty: WarrantyFinding(
                source: source, until: row["warranty_until"], calledOn: Day(received, in: zone)),
            warrantyVerdict: verdict, warrantyBecause: row["warranty_because"], charges: try charges(db, id),
            receiptNumber: row["receipt_number"], invoiceNumber: row["invoice_number"],
            replacements: try replacements(db, id))
        return FiledReport(
            report: report, authorName: row["author_name"], filedAt: row["filed_at"],
            confirmation: try ConfirmationStore.fetch(db, id), cash: try FeeStore.cash(db, id, state: row["cash"]),
            photographs: try photographs(db, id))
    }

    private static func photographs(_ db: Database, _ id: Visit.ID) throws -> [ReportPhotograph] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT token, moment FROM photograph WHERE visit_id = ? AND removed_at IS NULL ORDER BY id"),
            arguments: [id]
        ).map { ReportPhotograph(token: $0["token"], moment: $0["moment"]) }
    }

    private static func work(_ row: Row) -> ServiceReport.Work {
        ServiceReport.Work(
            finding: row["finding"], done: row["work_done"], damage: row["damage"],
            compensation: Money(fen: row["compensation_fen"]) ?? .zero, isPutBack: row["put_back"] ?? false,
            isCleaned: row["cleaned"] ?? false)
    }

    private static func charges(_ db: Database, _ id: Visit.ID) throws -> [Charge] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM service_charge WHERE visit_id = ? ORDER BY position"),
            arguments: [id]
        ).compactMap { row in
            Charge.Kind(rawValue: row["kind"]).map {
                Charge(
                    kind: $0, name: row["name"], unit: row["unit"], quantity: row["quantity"],
                    unitPrice: Money(fen: row["unit_price_fen"]) ?? .zero, isFree: row["is_free"])
            }
        }
    }

    private static func replacements(_ db: Database, _ id: Visit.ID) throws -> [Replacement] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM replacement WHERE visit_id = ? ORDER BY position"), arguments: [id]
        ).compactMap { row in
            Replacement.What(rawValue: row["what"]).map {
                Replacement(
                    what: $0, name: row["name"], oldSerial: row["old_serial"], newSerial: row["new_serial"],
                    isOldReturned: row["old_returned"], warrantyUntil: row["warranty_until"])
            }
        }
    }
}
