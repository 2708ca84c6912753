import Foundation
import GRDB

/// Administrators' decisions: each is a row with who, when and why, effective from the next reading on.
extension AccessStore {
    /// Approves, perhaps for a single record or a shorter time than requested.
    /// - Parameter only: narrows a request for a whole project to one of its records.
    /// - Throws: `Refusal.conflict` when it is already decided or one's own.
    func approve(
        _ request: AccessRequest.ID, until expiry: Date, only: SealedRecord?, remark: String, by member: Member,
        _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let current = try Self.pending(db, request, decidedBy: member, at: stamp.at)
            let record = current.record ?? only
            if let record, try record.project(db) != current.projectID { throw Refusal.notFound }
            try db.execute(
                cached: """
                    INSERT INTO access_grant (request_id, member_id, project_id, follow_up_id, feedback_id, granted_by,
                        granted_at, expires_at, remark)
                    VALUES (:request, :member, :project, :followUp, :feedback, :grantedBy, :grantedAt, :expiresAt,
                        :remark)
                    """,
                arguments: [
                    "request": request, "member": current.memberID, "project": current.projectID,
                    "followUp": record?.followUpID, "feedback": record?.feedbackID, "grantedBy": member.id,
                    "grantedAt": stamp.at, "expiresAt": expiry, "remark": remark,
                ])
            let grant: AccessGrant.ID = db.lastInsertedID()
            try Self.close(db, request, at: stamp.at)
            try database.audit.append(
                db, .accessApproved, .accessRequest(request, project: current.projectID), stamp, grant: grant,
                detail: ["until": AuditLink.text(expiry), "scope": record?.description ?? "project"])
            return Paths.accessRequest(request)
        }
    }

    /// - Throws: `Refusal.conflict` when it is already decided or one's own.
    func refuse(
        _ request: AccessRequest.ID, because reason: String, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let current = try Self.pending(db, request, decidedBy: member, at: stamp.at)
            try db.execute(
                cached: "INSERT INTO access_refusal (request_id, refused_by, refused_at, reason) VALUES (?, ?, ?, ?)",
                arguments: [request, member.id, stamp.at, reason])
            try Self.close(db, request, at: stamp.at)
            try database.audit.append(
                db, .accessRefused, .accessRequest(request, project: current.projectID), stamp)
            return Paths.accessRequest(request)
        }
    }

    /// Revokes a grant before it expires.
    /// - Throws: `Refusal.conflict` when it is no longer valid.
    func revoke(
        _ grant: AccessGrant.ID, because reason: String, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            guard let current = try Self.fetchGrant(db, grant, at: stamp.at) else { throw Refusal.notFound }
            guard Permissions.may(member, .revoke(current)) else { throw Refusal.conflict("grant-over") }
            try db.execute(
                cached: "INSERT INTO access_revocation (grant_id, revoked_by, revoked_at, reason) VALUES (?, ?, ?, ?)",
                arguments: [grant, member.id, stamp.at, reason])
            try database.audit.append(
                db, .accessRevoked, .accessRequest(current.requestID, project: current.projectID), stamp, grant: grant)
            return Paths.accessRequest(current.requestID)
        }
    }

    private static func pending(_ db: Database, _ id: AccessRequest.ID, decidedBy member: Member, at now: Date) throws
        -> AccessRequest
    {
        guard let request = try fetch(db, id, at: now) else { throw Refusal.notFound }
        guard request.memberID != member.id else { throw Refusal.forbidden("own-request") }
        guard Permissions.may(member, .decide(request)) else { throw Refusal.conflict("decided-already") }
        return request
    }

    private static func close(_ db: Database, _ request: AccessRequest.ID, at now: Date) throws {
        try db.execute(cached: "UPDATE access_request SET decided_at = ? WHERE id = ?", arguments: [now, request])
    }
}
