import Foundation
import GRDB

/// Every statement about asking for, granting, refusing and revoking access (ACC-4).
struct AccessStore: Sendable {
    let database: AppDatabase

    func pendingCount() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM access_request WHERE decided_at IS NULL") ?? 0
        }
    }

    /// - Returns: nil when there is none, or none that these rows include.
    func find(_ id: AccessRequest.ID, in rows: Rows, at now: Date) async throws -> AccessRequest? {
        try await database.read { db in
            guard let request = try Self.fetch(db, id, at: now) else { return nil }
            switch rows {
            case .all: return request
            case .ofMember(let member): return request.memberID == member ? request : nil
            }
        }
    }

    func findRequest(ofGrant grant: AccessGrant.ID, at now: Date) async throws -> AccessRequest? {
        try await database.read { db in
            try AccessRequest.ID.fetchOne(db, sql: "SELECT request_id FROM access_grant WHERE id = ?", arguments: [grant])
                .flatMap { try Self.fetch(db, $0, at: now) }
        }
    }

    static let pageSize = 50

    /// Pending ones first, the oldest on top; then the decided ones, the latest on top. One more than a page, if there is.
    func list(_ rows: Rows, page: Int, at now: Date) async throws -> [AccessRequest] {
        try await database.read { db in
            let (condition, arguments): (String, StatementArguments) =
                switch rows {
                case .all: ("1", [])
                case .ofMember(let member): ("r.member_id = ?", [member])
                }
            let (skipped, wanted) = ((page - 1) * Self.pageSize, Self.pageSize + 1)
            let waiting = "FROM access_request r WHERE r.decided_at IS NULL AND \(condition)"
            let pending = try AccessRequest.ID.fetchAll(
                db, sql: "SELECT r.id \(waiting) ORDER BY r.requested_at, r.id LIMIT ? OFFSET ?",
                arguments: arguments + [wanted, skipped])
            let before = try Int.fetchOne(db, sql: "SELECT count(*) \(waiting)", arguments: arguments) ?? 0
            let decided = try AccessRequest.ID.fetchAll(
                db,
                sql: """
                    SELECT r.id FROM access_request r WHERE r.decided_at IS NOT NULL AND \(condition)
                    ORDER BY r.decided_at DESC, r.id DESC LIMIT ? OFFSET ?
                    """,
                arguments: arguments + [wanted - pending.count, max(0, skipped - before)])
            return try (pending + decided).compactMap { try Self.fetch(db, $0, at: now) }
        }
    }

    /// - Returns: where the request is shown; for what this person has asked for and nobody has decided, that request.
    /// - Throws: `Refusal.notFound` when what is asked for is not there.
    func request(
        _ wish: AccessRequestInput, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let project = try wish.project(db)
            if let pending = try Self.pendingRequest(db, by: member.id, for: wish.scope) {
                return Paths.accessRequest(pending)
            }
            try db.execute(
                sql: """
                    INSERT INTO access_request (member_id, project_id, follow_up_id, feedback_id, reason, hours,
                        requested_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    member.id, project, wish.record?.followUpID, wish.record?.feedbackID, wish.reason, wish.hours,
                    stamp.at,
                ])
            let request: AccessRequest.ID = db.lastInsertedID()
            try database.audit.append(db, .accessRequested, .accessRequest(request, project: project), stamp)
            return Paths.accessRequest(request)
        }
    }

    static func fetch(_ db: Database, _ id: AccessRequest.ID, at now: Date) throws -> AccessRequest? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT r.*, m.name AS member_name, p.number AS project_number, c.name AS customer_name, f.stage,
                    b.number AS feedback_number, g.id AS grant_id, x.refused_at, x.reason AS refusal_reason,
                    xm.name AS refused_by_name
                FROM access_request r
                JOIN member m ON m.id = r.member_id
                JOIN project p ON p.id = r.project_id
                JOIN customer c ON c.id = p.customer_id
                LEFT JOIN follow_up f ON f.id = r.follow_up_id
                LEFT JOIN feedback b ON b.id = r.feedback_id
                LEFT JOIN access_grant g ON g.request_id = r.id
                LEFT JOIN access_refusal x ON x.request_id = r.id
                LEFT JOIN member xm ON xm.id = x.refused_by
                WHERE r.id = ?
                """,
            arguments: [id]
        ).map { row in
            let grant = try (row.value("grant_id") as AccessGrant.ID?).flatMap { try fetchGrant(db, $0, at: now) }
            return try AccessRequest(row: row, grant: grant)
        }
    }

    static func fetchGrant(_ db: Database, _ id: AccessGrant.ID, at now: Date) throws -> AccessGrant? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT g.*, m.name AS granted_by_name, v.revoked_at, v.reason AS revocation_reason,
                    vm.name AS revoked_by_name
                FROM access_grant g JOIN member m ON m.id = g.granted_by
                LEFT JOIN access_revocation v ON v.grant_id = g.id
                LEFT JOIN member vm ON vm.id = v.revoked_by
                WHERE g.id = ?
                """,
            arguments: [id]
        ).map { row in
            let revocation = try (row.value("revoked_at") as Date?).map {
                AccessRequest.Decision(
                    by: try row.value("revoked_by_name") ?? "", at: $0, reason: try row.value("revocation_reason") ?? ""
                )
            }
            return try AccessGrant(row: row, revocation: revocation, at: now)
        }
    }
}

/// What somebody asks to read, why, and for how many hours.
struct AccessRequestInput: Sendable {
    let scope: AccessScope
    let reason: String
    let hours: Int

    fileprivate var record: SealedRecord? { if case .record(let record) = scope { record } else { nil } }

    fileprivate func project(_ db: Database) throws -> Project.ID {
        switch scope {
        case .project(let id):
            guard try ProjectStore.fetch(db, id) != nil else { throw Refusal.notFound }
            return id
        case .record(let record): return try record.project(db)
        }
    }
}

extension AccessGrant {
    init(row: Row, revocation: AccessRequest.Decision?, at now: Date) throws {
        id = try row.value("id")
        requestID = try row.value("request_id")
        memberID = try row.value("member_id")
        projectID = try row.value("project_id")
        record = try SealedRecord(row: row)
        grantedBy = try row.value("granted_by_name")
        grantedAt = try row.value("granted_at")
        expiresAt = try row.value("expires_at")
        remark = try row.value("remark")
        self.revocation = revocation
        isInForce = revocation == nil && now < expiresAt
    }
}

extension AccessRequest {
    init(row: Row, grant: AccessGrant?) throws {
        id = try row.value("id")
        memberID = try row.value("member_id")
        memberName = try row.value("member_name")
        projectID = try row.value("project_id")
        projectNumber = try row.value("project_number")
        customerName = try row.value("customer_name")
        record = try SealedRecord(row: row)
        stage = try row.value("stage")
        feedbackNumber = try row.value("feedback_number")
        reason = try row.value("reason")
        hours = try row.value("hours")
        requestedAt = try row.value("requested_at")
        self.grant = grant
        refusal = try (row.value("refused_at") as Date?).map {
            Decision(by: try row.value("refused_by_name") ?? "", at: $0, reason: try row.value("refusal_reason") ?? "")
        }
        state =
            if refusal != nil {
                .refused
            } else if let grant {
                grant.revocation != nil ? .revoked : (grant.isInForce ? .approved : .expired)
            } else {
                .pending
            }
    }
}
