import Foundation
import GRDB

extension ServiceReportStore {
    /// Saves one step of a report; the first save creates the report.
    /// - Parameter version: of the step, as its page was opened with it.
    /// - Returns: `next`, the page to continue with.
    /// - Throws: `StaleVersion` when somebody else saved this step meanwhile; `Refusal` when the report was filed, the
    ///   visit withdrawn or the order cancelled.
    func save(
        _ step: ReportStep, _ answers: [String: [String]], version: Int, of id: Visit.ID, by member: Member,
        next: String, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let visit = try Self.fetchReportable(db, id, by: member)
            try Self.begin(db, id, by: member, at: stamp.at)
            let stored = try String.fetchOne(
                db, cached: "SELECT draft FROM service_report WHERE visit_id = ?", arguments: [id])
            var steps = try [ReportStep: StepAnswers](stored: stored ?? "{}", in: "draft")
            let current = steps[step]
            guard current?.answers != answers else { return next }
            guard (current?.version ?? 0) == version else { throw StaleVersion() }
            steps[step] = StepAnswers(version: version + 1, answers: answers)
            try db.execute(
                cached: "UPDATE service_report SET draft = ?, version = version + 1 WHERE visit_id = ?",
                arguments: [steps.stored(), id])
            try audit.append(
                db, .reportStepSaved, .visit(id, project: visit.projectID), stamp, detail: ["step": step.rawValue])
            return next
        }
    }

    private static func begin(_ db: Database, _ id: Visit.ID, by member: Member, at now: Date) throws {
        try db.execute(
            cached:
                "INSERT INTO service_report (visit_id, author_id, begun_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [id, member.id, now])
    }

    /// A visit whose report this person may still edit.
    /// - Throws: `Refusal` that says why not.
    static func fetchReportable(_ db: Database, _ id: Visit.ID, by member: Member) throws -> Visit {
        let visit = try VisitStore.fetchOwn(db, id, of: member)
        guard visit.state != .reported else { throw Refusal.conflict("report-filed") }
        switch try WorkOrderStore.state(db, of: visit.orderID) {
        case .cancelled: throw Refusal.conflict("order-cancelled")
        case .refused: throw Refusal.conflict("order-refused")
        case .requested: throw Refusal.conflict("order-not-approved")
        // Another visit may have closed the order meanwhile; this one is still reported.
        case .approved, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn, .closed: return visit
        }
    }
}
