import Foundation
import GRDB

/// Counts and groups the readings of one record, in SQL (ACC-6, ACC-13).
struct ReadingStore: Sendable {
    let database: AppDatabase

    func readings(of record: SealedRecord, _ pages: Readings.Pages) async throws -> Readings {
        try await database.read { db in
            Readings(
                readings: try Self.fetch(db, record, .recordRead, .page(pages.ofReadings)),
                refusals: try Self.fetch(db, record, .recordRefused, .page(pages.ofRefusals)),
                counts: Readings.Counts(
                    readings: try Self.count(db, record, .recordRead),
                    refusals: try Self.count(db, record, .recordRefused)))
        }
    }

    private static func fetch(
        _ db: Database, _ record: SealedRecord, _ action: AuditAction, _ part: ListPart
    ) throws -> ListSlice<Reading> {
        let found = try StoredRow.fetchAll(
            db,
            cached: """
                WITH told AS (\(entries)),
                folded AS (SELECT member_id, grant_id, ground, purpose, sum(times) AS times, min(at) AS first_at,
                    max(id) AS last_id FROM told GROUP BY member_id, grant_id, ground, purpose
                    ORDER BY max(id) DESC LIMIT ? OFFSET ?)
                SELECT f.ground, f.purpose, f.times, f.first_at, e.at AS last_at, e.address, m.name AS member_name,
                    r.id AS request_id, r.reason AS request_reason
                FROM folded f JOIN audit_entry e ON e.id = f.last_id LEFT JOIN member m ON m.id = f.member_id
                LEFT JOIN access_grant g ON g.id = f.grant_id LEFT JOIN access_request r ON r.id = g.request_id
                ORDER BY f.last_id DESC
                """,
            arguments: [record.kind, record.id, action.rawValue, part.limit + 1, part.offset]
        ) { try Reading($0, action) }
        return ListSlice(part, found: found)
    }

    private static func count(_ db: Database, _ record: SealedRecord, _ action: AuditAction) throws -> Int {
        try Int.fetchOne(
            db, cached: "SELECT sum(times) FROM (\(entries))", arguments: [record.kind, record.id, action.rawValue])
            ?? 0
    }

    /// The entries of one kind about a record; one entry may stand for many refusals, a damaged one counts once.
    private static let entries = """
        SELECT id, at, member_id, grant_id, iif(sound, json_extract(detail, '$.ground'), NULL) AS ground,
            iif(sound, json_extract(detail, '$.purpose'), NULL) AS purpose,
            iif(sound, CAST(coalesce(json_extract(detail, '$.count'), 1) AS INTEGER), 1) AS times
        FROM (SELECT *, json_valid(detail) AS sound FROM audit_entry
            WHERE subject_kind = ? AND subject_id = ? AND action = ?)
        """
}

extension Reading {
    fileprivate init(_ row: StoredRow, _ action: AuditAction) throws {
        self.init(
            first: try row.value("first_at"), last: try row.value("last_at"), count: try row.value("times"),
            memberName: try row.value("member_name"), action: action, ground: try row.value("ground"),
            purpose: try row.value("purpose"), requestID: try row.value("request_id"),
            requestReason: try row.value("request_reason"), address: try row.value("address"))
    }
}
