import Forms
import Foundation
import GRDB

/// Every statement about customers' confirmations.
enum ConfirmationStore {
    static func fetch(_ db: Database, _ visit: Visit.ID) throws -> CustomerConfirmation? {
        let row = try StoredRow.fetchOne(
            db, cached: "SELECT * FROM customer_confirmation WHERE visit_id = ?", arguments: [visit])
        guard let row else { return nil }
        return CustomerConfirmation(
            manner: try row.value("manner"), name: try row.value("name"), relation: try row.value("relation"),
            signature: try row.value("strokes"),
            reason: try row.value("reason"), rating: try row.value("rating"), remark: try row.value("remark"),
            reportVersion: try row.value("report_version"),
            confirmedAt: try row.value("confirmed_at"))
    }
}

extension ServiceReportStore {
    /// Stores the confirmation of one version of the report, replacing an earlier one.
    /// - Throws: `StaleVersion` when the report has another version than the customer was shown.
    func confirm(
        _ id: Visit.ID, _ confirmation: CustomerConfirmation, by member: Member, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            let visit = try Self.fetchReportable(db, id, by: member)
            guard let report = try fetchContext(db, id, for: member, at: stamp.at), ReportCheck(report).finished != nil
            else { throw Refusal.conflict("report-incomplete") }
            guard report.version == confirmation.reportVersion else { throw StaleVersion() }
            try db.execute(
                cached: """
                    INSERT OR REPLACE INTO customer_confirmation (visit_id, manner, name, relation, strokes, reason,
                        rating, remark, report_version, confirmed_at)
                    VALUES (:visit, :manner, :name, :relation, :strokes, :reason, :rating, :remark, :version, :now)
                    """,
                arguments: [
                    "visit": id, "manner": confirmation.manner.rawValue, "name": confirmation.name,
                    "relation": confirmation.relation, "strokes": confirmation.signature?.description,
                    "reason": confirmation.reason, "rating": confirmation.rating, "remark": confirmation.remark,
                    "version": confirmation.reportVersion, "now": stamp.at,
                ])
            try Self.discardKeptConfirmation(db, of: id)
            try database.audit.append(
                db, .reportConfirmed, .visit(id, project: visit.projectID), stamp,
                detail: ["manner": confirmation.manner.rawValue])
            return Paths.report(id)
        }
    }
}
