import Foundation
import GRDB

/// Every statement about requesting, granting, refusing and revoking access (ACC-4).
struct AccessStore: Sendable {
    let database: AppDatabase

    func pendingCount() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(db, cached: "SELECT count(*) FROM access_request WHERE decided_at IS NULL") ?? 0
        }
    }

    /// - Returns: nil when there is none within the row scope.
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
            try AccessRequest.ID.fetchOne(
                db, cached: "SELECT request_id FROM access_grant WHERE id = ?", arguments: [grant]
            )
            .flatMap { try Self.fetch(db, $0, at: now) }
        }
    }

    /// Pending ones first, the oldest on top; then decided ones, the latest on top.
    static func list(_ db: Database, _ rows: Rows, _ part: ListPart, at now: Date) throws -> ListSlice<AccessRequest> {
        let source = "access_request r"
        let seen: SQL =
            switch rows {
            case .all: "1"
            case .ofMember(let member): "r.member_id = \(member)"
            }
        let waiting: SQL = "r.decided_at IS NULL AND \(seen)"
        let pending: [AccessRequest.ID] = try db.ids(
            of: source, id: "r.id", where: waiting, by: "r.requested_at, r.id", part)
        let before = try db.count(of: source, where: waiting, to: nil)
        let decided: [AccessRequest.ID] = try db.ids(
            of: source, id: "r.id", where: "r.decided_at IS NOT NULL AND \(seen)",
            by: "r.decided_at DESC, r.id DESC",
            ListPart(offset: max(0, part.offset - before), limit: part.limit - pending.count))
        return ListSlice(part, found: try Self.fetch(db, pending + decided, at: now))
    }

    func list(_ rows: Rows, _ part: ListPart, at now: Date) async throws -> ListSlice<AccessRequest> {
        try await database.read { db in try Self.list(db, rows, part, at: now) }
    }

    /// - Returns: the path of the request; if the person has a pending one for the same records, of that.
    /// - Throws: `Refusal.notFound` when the records do not exist.
    func request(
        _ wish: AccessRequestInput, by member: Member, _ id: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database] db, stamp in
            let project = try wish.project(db)
            if let pending = try Self.pendingRequest(db, by: member.id, for: wish.scope) {
                return Paths.accessRequest(pending)
            }
            try db.execute(
                cached: """
                    INSERT INTO access_request (member_id, project_id, follow_up_id, feedback_id, reason, hours,
                        requested_at) VALUES (:member, :project, :followUp, :feedback, :reason, :hours, :requestedAt)
                    """,
                arguments: [
                    "member": member.id, "project": project, "followUp": wish.record?.followUpID,
                    "feedback": wish.record?.feedbackID, "reason": wish.reason, "hours": wish.hours,
                    "requestedAt": stamp.at,
                ])
            let request: AccessRequest.ID = db.lastInsertedID()
            try database.audit.append(db, .accessRequested, .accessRequest(request, project: project), stamp)
            return Paths.accessRequest(request)
        }
    }

    static func fetch(_ db: Database, _ id: AccessRequest.ID, at now: Date) throws -> AccessRequest? {
        try fetch(db, [id], at: now).first
    }

    /// Requests with their decisions, in the order of the ids.
    static func fetch(_ db: Database, _ ids: [AccessRequest.ID], at now: Date) throws -> [AccessRequest] {
        let grants = Dictionary(
            try fetchGrants(db, where: "g.request_id IN (SELECT value FROM json_each(\(ids.json())))", at: now).map {
                ($0.requestID, $0)
            }
        ) { first, _ in first }
        let requests = try StoredRow.fetchAll(
            db,
            literal: """
                SELECT r.*, m.name AS member_name, p.number AS project_number, c.name AS customer_name, f.stage,
                    b.number AS feedback_number, x.refused_at, x.reason AS refusal_reason,
                    xm.name AS refused_by_name
                FROM access_request r
                JOIN member m ON m.id = r.member_id
                JOIN project p ON p.id = r.project_id
                JOIN customer c ON c.id = p.customer_id
                LEFT JOIN follow_up f ON f.id = r.follow_up_id
                LEFT JOIN feedback b ON b.id = r.feedback_id
                LEFT JOIN access_refusal x ON x.request_id = r.id
                LEFT JOIN member xm ON xm.id = x.refused_by
                WHERE r.id IN (SELECT value FROM json_each(\(ids.json())))
                """
        ) { row in try AccessRequest(row: row, grant: grants[row.value("id")]) }
        let places = Dictionary(zip(ids, ids.indices)) { first, _ in first }
        return requests.sorted { places[$0.id, default: 0] < places[$1.id, default: 0] }
    }

    static func fetchGrant(_ db: Database, _ id: AccessGrant.ID, at now: Date) throws -> AccessGrant? {
        try fetchGrants(db, where: "g.id = \(id)", at: now).first
    }

    private static func fetchGrants(_ db: Database, where condition: SQL, at now: Date) throws -> [AccessGrant] {
        try StoredRow.fetchAll(
            db,
            literal: """
                SELECT g.*, m.name AS granted_by_name, v.revoked_at, v.reason AS revocation_reason,
                    vm.name AS revoked_by_name
                FROM access_grant g JOIN member m ON m.id = g.granted_by
                LEFT JOIN access_revocation v ON v.grant_id = g.id
                LEFT JOIN member vm ON vm.id = v.revoked_by
                WHERE \(condition)
                """
        ) { row in
            let revocation = try (row.value("revoked_at") as Date?).map {
                AccessRequest.Decision(
                    by: try row.value("revoked_by_name") ?? "", at: $0, reason: try row.value("revocation_reason") ?? ""
                )
            }
            return try AccessGrant(row: row, revocation: revocation, at: now)
        }
    }
}

/// Input of an access request: records, reason, and duration in hours.
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
    init(row: StoredRow, revocation: AccessRequest.Decision?, at now: Date) throws {
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
    init(row: StoredRow, grant: AccessGrant?) throws {
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
