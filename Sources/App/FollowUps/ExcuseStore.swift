import Foundation
import GRDB

extension FollowUpStore {
    /// Excuses one that need not be made; an administrator's decision with a reason (CAD-2).
    /// - Throws: `Refusal.conflict` when it was done or excused meanwhile.
    func excuse(_ followUp: Int, because reason: String, _ id: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(id, stamp) { [database] db in
            guard let current = try Self.fetch(db, followUp) else { throw Refusal.notFound }
            guard current.state == .owed || current.state == .unreachable else {
                throw Refusal.conflict("not-open-any-more")
            }
            try db.execute(
                sql: """
                    UPDATE follow_up SET state = 'not-applicable', excused_because = ?, callback_at = NULL,
                        version = version + 1 WHERE id = ?
                    """,
                arguments: [reason, followUp])
            try database.audit.append(
                db, .followUpExcused, .followUp(followUp, project: current.projectID), stamp)
            return Paths.followUp(followUp)
        }
    }

    /// Puts one that was excused or given up back on the list of its agent.
    /// - Throws: `Refusal.conflict` when it is owed already or done.
    func reinstate(_ followUp: Int, _ id: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(id, stamp) { [database] db in
            guard let current = try Self.fetch(db, followUp) else { throw Refusal.notFound }
            guard current.state == .unreachable || current.state == .notApplicable else {
                throw Refusal.conflict("not-open-any-more")
            }
            try db.execute(
                sql: """
                    UPDATE follow_up SET state = 'owed', excused_because = NULL, callback_at = NULL,
                        version = version + 1 WHERE id = ?
                    """,
                arguments: [followUp])
            try database.audit.append(
                db, .followUpReinstated, .followUp(followUp, project: current.projectID), stamp)
            return Paths.followUp(followUp)
        }
    }
}
