import Foundation
import GRDB

extension FollowUpStore {
    /// - Throws: `Refusal.conflict` when the follow-up is no longer this person's, or a request is pending.
    func askToExcuse(
        _ followUp: FollowUp.ID, because reason: String, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let current = try Self.fetch(db, followUp), Permissions.may(member, .work(current)) else {
                throw Refusal.conflict("not-owed-by-you")
            }
            guard try Self.pendingExcuse(db, of: followUp) == nil else { throw Refusal.conflict("asked-already") }
            try db.execute(
                cached:
                    "INSERT INTO excuse_request (follow_up_id, member_id, reason, requested_at) VALUES (?, ?, ?, ?)",
                arguments: [followUp, member.id, reason, stamp.at])
            try database.audit.append(
                db, .excuseRequested, .followUp(followUp, project: current.projectID), stamp)
            return Paths.followUp(followUp)
        }
    }

    /// Excuses the follow-up for the requested reason.
    /// - Throws: `Refusal.notFound`, `Refusal.forbidden` for one's own, `Refusal.conflict` when it is already decided.
    func approveExcuse(
        _ request: ExcuseRequest.ID, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let asked = try Self.undecided(db, request, by: member)
            return try Self.excuse(db, database.audit, asked.followUp.id, because: asked.reason, stamp)
        }
    }

    /// Refuses the excuse, with a reason; the follow-up stays on the agent's list.
    /// - Throws: as `approveExcuse`.
    func refuseExcuse(
        _ request: ExcuseRequest.ID, because reason: String, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let asked = try Self.undecided(db, request, by: member)
            try db.execute(
                cached: "INSERT INTO excuse_refusal (request_id, refused_by, refused_at, reason) VALUES (?, ?, ?, ?)",
                arguments: [request, member.id, stamp.at, reason])
            try Self.close(db, excuseRequest: request, at: stamp.at)
            try database.audit.append(
                db, .excuseRefused, .followUp(asked.followUp.id, project: asked.followUp.projectID), stamp)
            return Paths.followUp(asked.followUp.id)
        }
    }

    func excuseRequest(_ id: ExcuseRequest.ID) async throws -> ExcuseRequest? {
        try await database.read { db in try Self.fetchExcuseRequest(db, id) }
    }

    /// Pending requests, the oldest first.
    static func pendingExcuses(_ db: Database) throws -> [ExcuseRequest] {
        try ExcuseRequest.ID.fetchAll(
            db,
            cached: """
                SELECT r.id FROM excuse_request r CROSS JOIN follow_up f ON f.id = r.follow_up_id
                WHERE r.decided_at IS NULL AND f.state IN ('owed', 'unreachable')
                ORDER BY r.requested_at, r.id LIMIT 50
                """
        ).compactMap { try Self.fetchExcuseRequest(db, $0) }
    }

    static func pendingExcuse(_ db: Database, of followUp: FollowUp.ID) throws -> ExcuseRequest? {
        try ExcuseRequest.ID.fetchOne(
            db, cached: "SELECT id FROM excuse_request WHERE follow_up_id = ? AND decided_at IS NULL",
            arguments: [followUp]
        ).flatMap { try fetchExcuseRequest(db, $0) }
    }

    private static func undecided(_ db: Database, _ id: ExcuseRequest.ID, by member: Member) throws -> ExcuseRequest {
        guard let request = try fetchExcuseRequest(db, id) else { throw Refusal.notFound }
        guard request.isPending else { throw Refusal.conflict("decided-already") }
        guard Permissions.may(member, .decideExcuse(request)) else { throw Refusal.forbidden("own-request") }
        return request
    }

    private static func fetchExcuseRequest(_ db: Database, _ id: ExcuseRequest.ID) throws -> ExcuseRequest? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT r.*, m.name AS member_name FROM excuse_request r JOIN member m ON m.id = r.member_id
                WHERE r.id = ?
                """,
            arguments: [id])
        guard let row, let followUp = try fetch(db, try row.value("follow_up_id")) else { return nil }
        return ExcuseRequest(
            id: try row.value("id"), followUp: followUp, memberID: try row.value("member_id"),
            memberName: try row.value("member_name"),
            reason: try row.value("reason"), requestedAt: try row.value("requested_at"),
            isPending: (try row.value("decided_at") as Date?) == nil && followUp.isOpen)
    }
}
