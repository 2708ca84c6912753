import Foundation
import GRDB

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
                pendingRequest: pending, steps: try Self.fetchSteps(db, of: followUp),
                excuseRequest: try Self.pendingExcuse(db, of: followUp).flatMap { $0.isPending ? $0 : nil })
        }
    }
}
