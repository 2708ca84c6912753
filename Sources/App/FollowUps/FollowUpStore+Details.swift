import Foundation
import GRDB

extension FollowUpStore {
    func details(of followUp: FollowUp.ID, for member: Member, at now: Date) async throws -> FollowUpDetails {
        try await database.read { db in
            let sheet = try SheetStore.facts(db, followUp, at: now)
            let record = SealedRecord.followUp(followUp)
            let project = try record.project(db)
            let grants = try AccessStore.grantsInForce(db, for: member.id, toRead: record, of: project, at: now)
            let pending = try AccessStore.pendingRequest(db, by: member.id, toRead: record, of: project)
            return FollowUpDetails(
                attempts: try Self.fetchAttempts(db, followUp), sheet: sheet,
                ground: sheet.flatMap { Permissions.reading(of: $0, by: member, grants: grants) },
                pendingRequest: pending, steps: try Self.fetchSteps(db, of: followUp),
                excuseRequest: try Self.pendingExcuse(db, of: followUp).flatMap { $0.isPending ? $0 : nil })
        }
    }
}
