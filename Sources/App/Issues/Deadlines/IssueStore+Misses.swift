import Forms
import Foundation
import GRDB
import Rulebooks

/// Periodic check of missed deadlines, and of whom to notify (ISS-3).
extension IssueStore {
    /// Issues per transaction, so that people's own changes need not wait long.
    private static let batch = 200

    /// Records all misses until now; idempotent for the same moment.
    /// - Returns: how many were recorded.
    func noteMisses(_ stamp: Stamp) async throws -> Int {
        var (noted, last): (Int, Due?) = (0, nil)
        while !Task.isCancelled {
            let from = last
            let (due, found) = try await database.write { [self] db in try noteSomeMisses(db, after: from, stamp) }
            noted += found
            last = due.last
            if due.count < Self.batch { break }
        }
        return noted
    }

    /// An issue with the moment that it is to be looked at.
    private typealias Due = (at: Date, id: CustomerIssue.ID)

    /// - Parameter last: where the batch before ended: an issue that stays due is looked at once in a round.
    private func noteSomeMisses(_ db: Database, after last: Due?, _ stamp: Stamp) throws -> (due: [Due], noted: Int) {
        let due: [Due] = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT miss_at, id FROM issue WHERE miss_at <= :now AND (miss_at, id) > (:at, :id)
                ORDER BY miss_at, id LIMIT :batch
                """,
            arguments: [
                "now": stamp.at, "at": last?.at ?? .distantPast, "id": last?.id.number ?? 0, "batch": Self.batch,
            ]
        ) { (at: try $0.value("miss_at"), id: try $0.value("id")) }
        var noted = 0
        for issue in due {
            do {
                noted += try noteMisses(db, of: issue.id, stamp)
            } catch let damage as UnreadableValue {
                // A damaged issue blocks no other, and is told of every round until it can be read again.
                database.health.note(.damaged(column: damage.column), reference: nil)
            }
        }
        return (due, noted)
    }

    private func noteMisses(_ db: Database, of id: CustomerIssue.ID, _ stamp: Stamp) throws -> Int {
        guard let issue = try Self.fetch(db, id) else { return 0 }
        let clock = IssueClock(
            try Self.fetchSteps(db, of: id).compactMap(\.event), urgency: issue.urgency,
            under: try Self.fetchTerms(db, of: id), in: zone)
        let noted = try note(db, clock.misses(at: stamp.at), of: issue, stamp)
        try Self.set(db, clock, of: id, at: stamp.at)
        return noted
    }

    private func note(_ db: Database, _ misses: [IssueMiss], of issue: CustomerIssue, _ stamp: Stamp) throws -> Int {
        let known = issue.misses
        for (place, miss) in misses.enumerated().dropFirst(known) {
            try db.execute(
                cached: """
                    INSERT INTO issue_miss (issue_id, number, due_for, due_at, told, noted_at)
                    VALUES (:issue, :number, :dueFor, :dueAt, :told, :notedAt)
                    """,
                arguments: [
                    "issue": issue.id, "number": place + 1, "dueFor": miss.kind.rawValue, "dueAt": miss.at,
                    "told": miss.told.rawValue, "notedAt": stamp.at,
                ])
            try database.audit.append(
                db, .issueMissed, .issue(issue.id, project: issue.project?.id), stamp,
                detail: ["what": miss.kind.rawValue, "told": miss.told.rawValue])
        }
        try db.execute(
            cached: "UPDATE issue SET misses = ? WHERE id = ?",
            arguments: [max(known, misses.count), issue.id])
        return max(0, misses.count - known)
    }
}
