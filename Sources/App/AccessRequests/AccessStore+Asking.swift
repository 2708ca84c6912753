import Foundation
import GRDB

/// A person's grants and pending requests.
extension AccessStore {
    /// The valid grants that open this record for a person; asked again for every reading.
    static func grantsInForce(
        _ db: Database, for member: Member.ID, toRead record: SealedRecord, of project: Project.ID, at now: Date
    ) throws -> [AccessGrant] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT g.*, m.name AS granted_by_name FROM access_grant g JOIN member m ON m.id = g.granted_by
                WHERE g.member_id = :member AND g.project_id = :project
                    AND (g.follow_up_id = :followUp OR g.feedback_id = :feedback
                        OR (g.follow_up_id IS NULL AND g.feedback_id IS NULL))
                    AND g.granted_at <= :now AND g.expires_at > :now
                    AND NOT EXISTS (SELECT 1 FROM access_revocation v WHERE v.grant_id = g.id)
                ORDER BY g.expires_at DESC
                """,
            arguments: [
                "member": member, "project": project, "followUp": record.followUpID, "feedback": record.feedbackID,
                "now": now,
            ]
        ) { try AccessGrant(row: $0, revocation: nil, at: now) }
    }

    /// A person's latest pending request for this record.
    static func pendingRequest(
        _ db: Database, by member: Member.ID, toRead record: SealedRecord, of project: Project.ID
    ) throws -> AccessRequest.ID? {
        try AccessRequest.ID.fetchOne(
            db,
            cached: """
                SELECT id FROM access_request WHERE member_id = ? AND project_id = ? AND decided_at IS NULL
                    AND (follow_up_id = ? OR feedback_id = ? OR (follow_up_id IS NULL AND feedback_id IS NULL))
                ORDER BY id DESC
                """,
            arguments: [member, project, record.followUpID, record.feedbackID])
    }

    /// Recent decisions about a person's requests, the latest first (ACC-6).
    static func decided(
        _ db: Database, for member: Member, since: Date, at now: Date
    ) throws -> [AccessRequest] {
        let ids = try AccessRequest.ID.fetchAll(
            db,
            cached: """
                SELECT id FROM access_request WHERE member_id = ? AND decided_at >= ?
                ORDER BY decided_at DESC, requested_at DESC LIMIT 10
                """,
            arguments: [member.id, since])
        return try Self.fetch(db, ids, at: now)
    }

    /// A person's pending request for these records, or for the whole project.
    func pendingRequest(by member: Member, for scope: AccessScope) async throws -> AccessRequest.ID? {
        try await database.read { db in try Self.pendingRequest(db, by: member.id, for: scope) }
    }

    static func pendingRequest(
        _ db: Database, by member: Member.ID, for scope: AccessScope
    ) throws -> AccessRequest.ID? {
        switch scope {
        case .record(let record): return try pendingRequest(db, by: member, toRead: record, of: try record.project(db))
        case .project(let project):
            return try AccessRequest.ID.fetchOne(
                db,
                cached: """
                    SELECT id FROM access_request WHERE member_id = ? AND project_id = ? AND decided_at IS NULL
                        AND follow_up_id IS NULL AND feedback_id IS NULL ORDER BY id DESC
                    """,
                arguments: [member, project])
        }
    }
}

extension SealedRecord {
    /// - Returns: nil for a row about a whole project.
    init?(row: StoredRow) throws {
        if let id = try row.value("follow_up_id") as FollowUp.ID? {
            self = .followUp(id)
        } else if let id = try row.value("feedback_id") as Feedback.ID? {
            self = .feedback(id)
        } else {
            return nil
        }
    }

    /// - Throws: `Refusal.notFound` when the record does not exist.
    func project(_ db: Database) throws -> Project.ID {
        let project =
            switch self {
            case .followUp(let id):
                try Project.ID.fetchOne(db, cached: "SELECT project_id FROM follow_up WHERE id = ?", arguments: [id])
            case .feedback(let id):
                try Project.ID.fetchOne(db, cached: "SELECT project_id FROM feedback WHERE id = ?", arguments: [id])
            }
        guard let project else { throw Refusal.notFound }
        return project
    }
}
