import Foundation
import GRDB

extension PhotographStore {
    /// A person's uploads within the last day, kept or removed.
    static func sent(_ db: Database, by member: Member.ID?, at now: Date) throws -> PhotographQuota {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT count(*) AS number, coalesce(sum(bytes), 0) AS bytes FROM photograph
                WHERE added_by = ? AND added_at > ?
                """,
            arguments: [member, now.addingTimeInterval(-PhotographQuota.span)])
        return PhotographQuota(count: try row?.value("number") ?? 0, bytes: try row?.value("bytes") ?? 0)
    }

    /// How many photographs a person may upload now.
    func room(for member: Member, at now: Date) async throws -> Int {
        try await database.read { db in try Self.sent(db, by: member.id, at: now).room }
    }
}
