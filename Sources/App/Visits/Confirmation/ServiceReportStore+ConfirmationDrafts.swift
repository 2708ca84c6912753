import Foundation
import GRDB

/// Drafts of the customer's form, kept while the signed paper is photographed (SVC-6, UX-10).
extension ServiceReportStore {
    /// - Throws: `Refusal` when the report was filed, the visit withdrawn or the order cancelled.
    func keepConfirmation(_ draft: StepAnswers, of id: Visit.ID, by member: Member) async throws {
        let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
        try await database.write { db in
            _ = try Self.fetchReportable(db, id, by: member)
            try db.execute(
                cached: "UPDATE service_report SET confirmation_draft = ? WHERE visit_id = ?", arguments: [text, id])
        }
    }

    /// The draft, for whichever version of the report.
    func keptConfirmation(of id: Visit.ID) async throws -> StepAnswers? {
        let text = try await database.read { db in
            try String.fetchOne(
                db, cached: "SELECT confirmation_draft FROM service_report WHERE visit_id = ?", arguments: [id])
        }
        return try text.map { try JSONDecoder().decode(StepAnswers.self, from: Data($0.utf8)) }
    }

    /// Deletes the draft once the confirmation is stored.
    static func discardKeptConfirmation(_ db: Database, of id: Visit.ID) throws {
        try db.execute(
            cached: "UPDATE service_report SET confirmation_draft = NULL WHERE visit_id = ?", arguments: [id])
    }
}
