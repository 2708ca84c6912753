import Foundation
import GRDB

/// What a follow-up's own page shows besides its line in the lists.
struct FollowUpDetails: Sendable {
    let attempts: [Attempt]
    let sheet: SheetFacts?
    /// On what ground this person may read the record now; asked again when it is read.
    let ground: ReadingGround?
    /// The person's latest request for this record, if it is still pending.
    let pendingRequest: Int?
}

extension FollowUpStore {
    func details(of followUp: Int, for member: Member, at now: Date) async throws -> FollowUpDetails {
        try await database.read { db in
            let sheet = try SheetStore.facts(db, followUp, at: now)
            let grants = try sheet.map { try AccessStore.grantsInForce(db, for: member.id, $0, at: now) } ?? []
            let pending = try Int.fetchOne(
                db,
                sql: """
                    SELECT r.id FROM access_request r JOIN follow_up f ON f.project_id = r.project_id
                    WHERE r.member_id = ? AND f.id = ? AND (r.follow_up_id = f.id OR r.follow_up_id IS NULL)
                        AND r.decided_at IS NULL ORDER BY r.id DESC
                    """,
                arguments: [member.id, followUp])
            return FollowUpDetails(
                attempts: try Self.fetchAttempts(db, followUp), sheet: sheet,
                ground: sheet.flatMap { Permissions.reading(of: $0, by: member, grants: grants) },
                pendingRequest: pending)
        }
    }
}
