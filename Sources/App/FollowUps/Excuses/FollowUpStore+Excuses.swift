import Foundation
import GRDB

extension FollowUpStore {
    /// Excuses a follow-up; an administrator's decision with a reason (CAD-2).
    /// - Throws: `Refusal.conflict` when it was done or excused meanwhile.
    func excuse(_ followUp: FollowUp.ID, because reason: String, _ id: SubmissionID, _ stamp: Stamp) async throws
        -> String
    {
        try await database.once(id, stamp) { [database] db, stamp in
            try Self.excuse(db, database.audit, followUp, because: reason, stamp)
        }
    }

    /// Excuses a follow-up inside a larger transaction; a pending request is thereby decided.
    static func excuse(
        _ db: Database, _ audit: AuditTrail, _ followUp: FollowUp.ID, because reason: String, _ stamp: Stamp
    ) throws -> String {
        guard let current = try fetch(db, followUp) else { throw Refusal.notFound }
        guard current.isOpen else { throw Refusal.conflict("not-open-any-more") }
        let request = try ExcuseRequest.ID.fetchOne(
            db, cached: "SELECT id FROM excuse_request WHERE follow_up_id = ? AND decided_at IS NULL",
            arguments: [followUp])
        try db.execute(
            cached: """
                UPDATE follow_up SET state = 'not-applicable', excused_because = ?, callback_at = NULL,
                    version = version + 1 WHERE id = ?
                """,
            arguments: [reason, followUp])
        try db.execute(
            cached: """
                INSERT INTO excuse (follow_up_id, request_id, excused_by, excused_at, reason)
                VALUES (:followUp, :request, :excusedBy, :excusedAt, :reason)
                """,
            arguments: [
                "followUp": followUp, "request": request, "excusedBy": stamp.member, "excusedAt": stamp.at,
                "reason": reason,
            ])
        if let request { try close(db, excuseRequest: request, at: stamp.at) }
        try audit.append(db, .followUpExcused, .followUp(followUp, project: current.projectID), stamp)
        return Paths.followUp(followUp)
    }

    /// Reinstates an excused or escalated follow-up with its agent or another; attempts are counted from zero.
    /// - Parameter note: for the agent.
    /// - Throws: `Refusal.conflict` when it is owed or done already, or the chosen person is no longer an agent.
    func reinstate(
        _ followUp: FollowUp.ID, to agent: Member.ID? = nil, note: String = "", _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let current = try Self.fetch(db, followUp) else { throw Refusal.notFound }
            guard current.state == .unreachable || current.state == .notApplicable else {
                throw Refusal.conflict("not-open-any-more")
            }
            let agent = agent ?? current.agentID
            guard try MemberStore.fetch(db, agent)?.canCall == true else { throw Refusal.conflict("no-agent-any-more") }
            try db.execute(
                cached: """
                    UPDATE follow_up SET state = 'owed', agent_id = ?, excused_because = NULL, callback_at = NULL,
                        last_outcome = NULL, version = version + 1 WHERE id = ?
                    """,
                arguments: [agent, followUp])
            try db.execute(
                cached: """
                    INSERT INTO reinstatement (follow_up_id, reinstated_by, reinstated_at, note) VALUES (?, ?, ?, ?)
                    """,
                arguments: [followUp, stamp.member, stamp.at, note])
            let subject = AuditSubject.followUp(followUp, project: current.projectID)
            try database.audit.append(db, .followUpReinstated, subject, stamp)
            if agent != current.agentID {
                try database.audit.append(
                    db, .followUpReassigned, subject, stamp, detail: ["to": String(agent)])
            }
            return Paths.followUp(followUp)
        }
    }

    static func close(_ db: Database, excuseRequest request: ExcuseRequest.ID, at now: Date) throws {
        try db.execute(cached: "UPDATE excuse_request SET decided_at = ? WHERE id = ?", arguments: [now, request])
    }
}
