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
        var noted = 0
        while !Task.isCancelled {
            let (looked, found) = try await database.write { [self] db in try noteSomeMisses(db, stamp) }
            noted += found
            if looked < Self.batch { break }
        }
        return noted
    }

    private func noteSomeMisses(_ db: Database, _ stamp: Stamp) throws -> (looked: Int, noted: Int) {
        let ids = try CustomerIssue.ID.fetchAll(
            db, sql: "SELECT id FROM issue WHERE miss_at <= ? ORDER BY miss_at LIMIT ?",
            arguments: [stamp.at, Self.batch])
        var noted = 0
        for id in ids {
            do {
                noted += try noteMisses(db, of: id, stamp)
            } catch  where error is UnreadableValue || error is DecodingError {
                // An unreadable issue is not tried again and again, and does not block the others.
                try db.execute(sql: "UPDATE issue SET miss_at = NULL WHERE id = ?", arguments: [id])
            }
        }
        return (ids.count, noted)
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
            try db.cachedStatement(
                sql: """
                    INSERT INTO issue_miss (issue_id, number, due_for, due_at, told, noted_at)
                    VALUES (:issue, :number, :dueFor, :dueAt, :told, :notedAt)
                    """
            ).execute(arguments: [
                "issue": issue.id, "number": place + 1, "dueFor": miss.kind.rawValue, "dueAt": miss.at,
                "told": miss.told.rawValue, "notedAt": stamp.at,
            ])
            try database.audit.append(
                db, .issueMissed, .issue(issue.id, project: issue.project?.id), stamp,
                detail: ["what": miss.kind.rawValue, "told": miss.told.rawValue])
        }
        try db.cachedStatement(sql: "UPDATE issue SET misses = ? WHERE id = ?")
            .execute(arguments: [max(known, misses.count), issue.id])
        return max(0, misses.count - known)
    }
}
