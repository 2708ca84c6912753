import Foundation
import GRDB

/// Every statement about photographs; `AttachmentFolder` stores their files.
struct PhotographStore: Sendable {
    let database: AppDatabase

    /// A visit with its photographs, within the member's scope.
    func visit(_ id: Visit.ID, visibleTo member: Member) async throws -> PhotographedVisit? {
        try await database.read { db in
            guard let visit = try VisitStore.fetch(db, id, visibleTo: member) else { return nil }
            let names = try StoredRow.fetchOne(
                db,
                cached: """
                    SELECT o.number AS order_number, p.number AS project_number, c.name AS customer
                    FROM work_order o JOIN project p ON p.id = o.project_id JOIN customer c ON c.id = p.customer_id
                    WHERE o.id = ?
                    """,
                arguments: [visit.orderID])
            guard let names else { return nil }
            return try PhotographedVisit(
                visit: visit, orderNumber: names.value("order_number"), projectNumber: names.value("project_number"),
                customer: names.value("customer"), closed: try Self.closed(db, id),
                photographs: try StoredRow.fetchAll(
                    db, cached: Self.selection + " WHERE p.visit_id = ? ORDER BY p.id", arguments: [id],
                    as: Photograph.init))
        }
    }

    /// A photograph with its visit, within the member's scope.
    func find(_ token: String, visibleTo member: Member) async throws -> (photograph: Photograph, visit: Visit)? {
        try await database.read { db in
            guard let photograph = try Self.fetch(db, token),
                let visit = try VisitStore.fetch(db, photograph.visitID, visibleTo: member)
            else { return nil }
            return (photograph, visit)
        }
    }

    /// Adds photographs whose files are stored; the same file again restores its row if it was removed.
    /// - Throws: `PhotographsClosed`.
    func add(
        _ developed: [ProcessedPhotograph], _ moment: Photograph.Moment, to visit: Visit, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            if let closed = try Self.closed(db, visit.id) { throw closed }
            let room = try Self.sent(db, by: stamp.member, at: stamp.at).room
            guard developed.count <= room else { throw PhotographsClosed.quota }
            for one in developed { try Self.insert(db, one, moment, visit.id, stamp) }
            guard try Self.count(db, visit.id) <= Photograph.mostOfVisit else { throw PhotographsClosed.tooMany }
            try audit.append(
                db, .photographsAdded, .project(visit.projectID), stamp,
                detail: ["moment": moment.rawValue, "photographs": String(developed.count)])
            return Paths.photographs(visit: visit.id)
        }
    }

    /// Removes a photograph from its report (soft delete); it can be restored for a week.
    /// - Throws: `PhotographsClosed`.
    func remove(_ photograph: Photograph, of visit: Visit, _ submission: SubmissionID, _ stamp: Stamp) async throws
        -> String
    {
        try await change(photograph, of: visit, removedAt: stamp.at, .photographRemoved, submission, stamp)
    }

    /// Restores a removed photograph.
    /// - Throws: `PhotographsClosed`.
    func putBack(_ photograph: Photograph, of visit: Visit, _ submission: SubmissionID, _ stamp: Stamp) async throws
        -> String
    {
        try await change(photograph, of: visit, removedAt: nil, .photographPutBack, submission, stamp)
    }

    private func change(
        _ photograph: Photograph, of visit: Visit, removedAt: Date?, _ action: AuditAction,
        _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            if let closed = try Self.closed(db, visit.id) { throw closed }
            try db.execute(
                cached: "UPDATE photograph SET removed_at = ? WHERE id = ? AND (removed_at IS NULL) = (? IS NOT NULL)",
                arguments: [removedAt, photograph.id, removedAt])
            if db.changesCount > 0 {
                guard try Self.count(db, visit.id) <= Photograph.mostOfVisit else { throw PhotographsClosed.tooMany }
                try audit.append(
                    db, action, .project(visit.projectID), stamp, detail: ["moment": photograph.moment.rawValue])
            }
            return Paths.photographs(visit: visit.id)
        }
    }

    /// Whether an upload with this idempotency key was stored.
    func isKept(_ submission: SubmissionID, for visit: Visit.ID, by member: Member) async throws -> Bool {
        try await database.read { db in
            try Bool.fetchOne(
                db,
                cached: "SELECT EXISTS (SELECT 1 FROM submission WHERE member_id = ? AND id = ? AND location = ?)",
                arguments: [member.id, submission.text, Paths.photographs(visit: visit)]) ?? false
        }
    }

    /// The number of photographs that were not removed.
    func count() async throws -> Int {
        try await database.read { db in
            try Int.fetchOne(db, cached: "SELECT count(*) FROM photograph WHERE removed_at IS NULL") ?? 0
        }
    }

    /// Whether a photograph has a file of this digest, and was not removed before a moment.
    func isNeeded(_ digest: String, since moment: Date) async throws -> Bool {
        try await database.read { db in
            try Bool.fetchOne(
                db,
                cached: """
                    SELECT EXISTS (SELECT 1 FROM photograph
                            WHERE digest = :digest AND coalesce(removed_at, :moment) >= :moment)
                        OR EXISTS (SELECT 1 FROM photograph
                            WHERE thumbnail_digest = :digest AND coalesce(removed_at, :moment) >= :moment)
                    """,
                arguments: ["digest": digest, "moment": moment]) ?? true
        }
    }

    /// Why photographs of a visit cannot change any more; nil while they can.
    private static func closed(_ db: Database, _ visit: Visit.ID) throws -> PhotographsClosed? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT v.state, r.filed_at IS NOT NULL AS is_filed, o.state = 'cancelled' AS is_cancelled
                FROM visit v JOIN work_order o ON o.id = v.order_id LEFT JOIN service_report r ON r.visit_id = v.id
                WHERE v.id = ?
                """,
            arguments: [visit])
        guard let row else { return .withdrawn }
        if try row.value("is_filed") { return .filed }
        let (isCancelled, state): (Bool, VisitState) = try (row.value("is_cancelled"), row.value("state"))
        return isCancelled || state == .withdrawn ? .withdrawn : nil
    }

    private static func count(_ db: Database, _ visit: Visit.ID) throws -> Int {
        try Int.fetchOne(
            db, cached: "SELECT count(*) FROM photograph WHERE visit_id = ? AND removed_at IS NULL",
            arguments: [visit]) ?? 0
    }

    private static func insert(
        _ db: Database, _ one: ProcessedPhotograph, _ moment: Photograph.Moment, _ visit: Visit.ID, _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO photograph (token, visit_id, moment, digest, thumbnail_digest, sent_digest, width, height,
                    bytes, added_by, added_at)
                VALUES (:token, :visit, :moment, :digest, :thumbnailDigest, :sentDigest, :width, :height, :bytes,
                    :addedBy, :addedAt)
                ON CONFLICT (visit_id, moment, sent_digest) DO UPDATE SET removed_at = NULL,
                    digest = excluded.digest, thumbnail_digest = excluded.thumbnail_digest,
                    width = excluded.width, height = excluded.height, bytes = excluded.bytes
                """,
            arguments: [
                "token": Sodium.token(), "visit": visit, "moment": moment.rawValue, "digest": one.digest,
                "thumbnailDigest": one.thumbnailDigest, "sentDigest": one.sentDigest, "width": one.width,
                "height": one.height, "bytes": one.bytes, "addedBy": stamp.member, "addedAt": stamp.at,
            ])
    }

    private static func fetch(_ db: Database, _ token: String) throws -> Photograph? {
        try StoredRow.fetchOne(db, cached: selection + " WHERE p.token = ?", arguments: [token], as: Photograph.init)
    }

    private static let selection =
        "SELECT p.*, m.name AS added_by_name FROM photograph p JOIN member m ON m.id = p.added_by"
}

extension Photograph {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), token: try row.value("token"), visitID: try row.value("visit_id"),
            moment: try row.value("moment"), digest: try row.value("digest"),
            thumbnailDigest: try row.value("thumbnail_digest"), width: try row.value("width"),
            height: try row.value("height"),
            addedBy: try row.value("added_by_name"), addedAt: try row.value("added_at"),
            removedAt: try row.value("removed_at"))
    }
}
