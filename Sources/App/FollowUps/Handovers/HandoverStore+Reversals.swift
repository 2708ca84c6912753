import Foundation
import GRDB

extension HandoverStore {
    /// Reverses a handover: follow-ups not worked on since return to the previous agent, all others stay.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when it was reversed before, or the previous agent can have no
    ///   follow-ups any more.
    func reverse(_ handover: Handover.ID, _ id: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let current = try Self.fetch(db, handover) else { throw Refusal.notFound }
            guard current.reversal == nil else { throw Refusal.conflict("reversed-already") }
            guard current.canReturn else { throw Refusal.conflict("no-agent-any-more") }
            let projects = try Self.returnProjects(db, handover, to: current.fromID)
            let returned = try Self.returnCalls(db, handover, to: current.fromID)
            try db.execute(
                cached: """
                    INSERT INTO handover_reversal (handover_id, reversed_by, reversed_at, returned, stayed,
                        projects_returned, projects_stayed)
                    VALUES (:handover, :reversedBy, :reversedAt, :returned, :stayed, :projectsReturned,
                        :projectsStayed)
                    """,
                arguments: [
                    "handover": handover, "reversedBy": stamp.member, "reversedAt": stamp.at, "returned": returned,
                    "stayed": current.calls - returned, "projectsReturned": projects,
                    "projectsStayed": current.projects - projects,
                ])
            try database.audit.append(
                db, .handoverReversed, .member(current.fromID), stamp, detail: ["calls": String(returned)])
            return Paths.handover(handover)
        }
    }

    private static func returnCalls(_ db: Database, _ handover: Handover.ID, to agent: Member.ID) throws -> Int {
        try db.execute(
            cached: """
                UPDATE handover_item SET is_returned = 1
                WHERE handover_id = ? AND follow_up_id IN (SELECT f.id \(untouched))
                """,
            arguments: [handover, handover])
        try db.execute(
            cached: """
                UPDATE follow_up SET agent_id = ?, version = version + 1 WHERE id IN (
                    SELECT follow_up_id FROM handover_item WHERE handover_id = ? AND is_returned = 1)
                """,
            arguments: [agent, handover])
        return db.changesCount
    }

    /// Projects return with the follow-ups planned for them meanwhile.
    private static func returnProjects(_ db: Database, _ handover: Handover.ID, to agent: Member.ID) throws -> Int {
        let still = """
            FROM handover_project g JOIN project p ON p.id = g.project_id AND p.agent_id = g.to_id
            WHERE g.handover_id = ?
            """
        try db.execute(
            cached: """
                UPDATE follow_up SET agent_id = ?, version = version + 1 WHERE id IN (
                    SELECT f.id FROM handover_project g
                    JOIN handover h ON h.id = g.handover_id
                    JOIN project p ON p.id = g.project_id AND p.agent_id = g.to_id
                    JOIN follow_up f ON f.project_id = p.id AND f.id > h.last_follow_up_id AND f.agent_id = g.to_id
                    WHERE g.handover_id = ? AND f.state = 'owed' AND \(notWorkedOn))
                """,
            arguments: [agent, handover])
        try db.execute(
            cached: "UPDATE project SET agent_id = ?, version = version + 1 WHERE id IN (SELECT p.id \(still))",
            arguments: [agent, handover])
        return db.changesCount
    }

    /// Condition on a handover's follow-ups `f`: still owed by the recipient and not worked on.
    static let untouched = """
        FROM handover_item i
        JOIN handover h ON h.id = i.handover_id
        JOIN follow_up f ON f.id = i.follow_up_id AND f.agent_id = i.to_id
        WHERE i.handover_id = ? AND f.state = 'owed' AND \(notWorkedOn)
        """

    private static let notWorkedOn = """
        NOT EXISTS (SELECT 1 FROM attempt a WHERE a.follow_up_id = f.id AND a.at > h.decided_at)
        AND NOT EXISTS (SELECT 1 FROM sheet_draft d
            WHERE d.follow_up_id = f.id AND d.member_id = f.agent_id AND d.saved_at > h.decided_at)
        """
}
