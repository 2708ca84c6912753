import Foundation
import GRDB

/// A technician's steps before the report: accepting and arriving (SVC-2, SVC-3).
extension VisitStore {
    /// Accepts a visit (idempotent).
    /// - Returns: the path of the visit.
    func accept(_ id: Visit.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let visit = try Self.fetchOwn(db, id, of: member)
            guard visit.state == .planned else { return Paths.visit(id) }
            try db.execute(
                cached: "UPDATE visit SET state = 'accepted', accepted_at = ?, version = version + 1 WHERE id = ?",
                arguments: [stamp.at, id])
            try WorkOrderStore.advance(db, visit.orderID, to: .accepted, stamp)
            try audit.append(db, .visitAccepted, .visit(id, project: visit.projectID), stamp)
            return Paths.visit(id)
        }
    }

    /// Records the arrival at the site; it also accepts the visit if that was not done.
    /// - Returns: the path of the report's first step.
    func arrive(_ id: Visit.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, issues] db, stamp in
            let visit = try Self.fetchOwn(db, id, of: member)
            let path = Paths.reportStep(id, .arrival)
            guard visit.state.isBeforeArrival else { return path }
            try db.execute(
                cached: """
                    INSERT INTO visit_arrival (visit_id, arrived_at, recorded_by) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                arguments: [id, stamp.at, member.id])
            try db.execute(
                cached: """
                    UPDATE visit SET state = 'on-site', accepted_at = ifnull(accepted_at, ?), version = version + 1
                    WHERE id = ?
                    """,
                arguments: [stamp.at, id])
            try WorkOrderStore.advance(db, visit.orderID, to: .onSite, stamp)
            try issues.noteVisit(db, of: visit.orderID, .arrived, stamp)
            try audit.append(db, .visitArrived, .visit(id, project: visit.projectID), stamp)
            return path
        }
    }

    /// The visit with the contact's phone in full, which is audited each time (ACC-8).
    func briefShowingPhone(_ id: Visit.ID, for member: Member, _ stamp: Stamp) async throws -> VisitDetails? {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard let briefing = try Self.fetchBriefing(db, id, for: member) else { return nil }
            guard Permissions.may(member, .showContact(briefing.order, visits: [briefing.visit])) else {
                throw Refusal.forbidden("role")
            }
            try audit.append(
                db, .phoneShown, .visit(id, project: briefing.visit.projectID), stamp, detail: ["page": "visit"])
            return briefing
        }
    }

    /// A visit of this technician that was not withdrawn.
    /// - Throws: `Refusal`.
    static func fetchOwn(_ db: Database, _ id: Visit.ID, of member: Member) throws -> Visit {
        guard let visit = try fetch(db, id, visibleTo: member) else { throw Refusal.notFound }
        guard Permissions.may(member, .reportVisit(visit)) else { throw Refusal.forbidden("other-technician") }
        guard visit.state != .withdrawn else { throw Refusal.conflict("visit-withdrawn") }
        return visit
    }
}
