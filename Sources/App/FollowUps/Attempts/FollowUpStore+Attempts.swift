import Foundation
import GRDB
import Rulebooks

extension FollowUpStore {
    static func fetchAttempts(_ db: Database, _ followUp: FollowUp.ID) throws -> [Attempt] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT a.*, m.name AS member_name FROM attempt a JOIN member m ON m.id = a.member_id
                WHERE a.follow_up_id = ? ORDER BY a.at DESC, a.id DESC
                """,
            arguments: [followUp]
        ) { row in
            try Attempt(
                id: row.value("id"), at: row.value("at"), memberName: row.value("member_name"),
                outcome: row.value("outcome"), callbackAt: row.value("callback_at"))
        }
    }

    /// Records an attempt. A new callback time replaces an earlier one; after the rulebook's number of vain attempts
    /// the follow-up is escalated to the administrators.
    /// - Returns: the path to continue with.
    /// - Throws: `Refusal.conflict` when the follow-up is no longer owed by this person.
    func record(
        _ outcome: Attempt.Outcome, callbackAt: Date?, of followUp: FollowUp.ID, by member: Member, _ id: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(id, stamp) { [database, rulebook] db, stamp in
            guard let current = try Self.fetch(db, followUp), Permissions.may(member, .work(current)) else {
                throw Refusal.conflict("not-owed-by-you")
            }
            try db.execute(
                cached: """
                    INSERT INTO attempt (follow_up_id, at, member_id, outcome, callback_at)
                    VALUES (:followUp, :at, :member, :outcome, :callbackAt)
                    """,
                arguments: [
                    "followUp": followUp, "at": stamp.at, "member": member.id, "outcome": outcome.rawValue,
                    "callbackAt": callbackAt,
                ])
            let vain = try Self.countVainAttempts(db, followUp)
            let isGivenUp = outcome.isInVain && vain >= rulebook.attemptsBeforeHandover
            try db.execute(
                cached: """
                    UPDATE follow_up SET callback_at = ?, state = ?, last_outcome = ?, version = version + 1
                    WHERE id = ?
                    """,
                arguments: [callbackAt, isGivenUp ? "unreachable" : "owed", outcome.rawValue, followUp])
            try database.audit.append(
                db, .attemptRecorded, .followUp(followUp, project: current.projectID), stamp,
                detail: ["outcome": outcome.rawValue])
            return isGivenUp ? Paths.followUp(followUp) : Paths.today
        }
    }

    /// Vain attempts since the follow-up was last reinstated.
    private static func countVainAttempts(_ db: Database, _ followUp: FollowUp.ID) throws -> Int {
        try Int.fetchOne(
            db,
            cached: """
                SELECT count(*) FROM attempt WHERE follow_up_id = ? AND outcome <> 'call-later' AND at > ifnull(
                    (SELECT max(reinstated_at) FROM reinstatement WHERE follow_up_id = ?), '')
                """,
            arguments: [followUp, followUp]) ?? 0
    }
}
