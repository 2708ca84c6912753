import Foundation
import GRDB

extension ThrottleRecord {
    static func fetch(_ db: Database, _ subject: ThrottleSubject) throws -> ThrottleRecord {
        let row = try StoredRow.fetchOne(
            db, cached: "SELECT failures, last_failure_at, turn_at FROM sign_in_throttle WHERE subject = ?",
            arguments: [subject.id])
        guard let row else { return ThrottleRecord(subject: subject, failures: nil, turn: nil) }
        return try ThrottleRecord(
            subject: subject,
            failures: SignInFailures(count: row.value("failures"), last: row.value("last_failure_at")),
            turn: row.value("turn_at"))
    }

    /// Stores the record; an empty one is deleted.
    func store(_ db: Database, at moment: Date) throws {
        guard failures != nil || turn != nil else {
            try db.execute(cached: "DELETE FROM sign_in_throttle WHERE subject = ?", arguments: [subject.id])
            return
        }
        try db.execute(
            cached: """
                INSERT INTO sign_in_throttle (subject, failures, last_failure_at, turn_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures,
                    last_failure_at = excluded.last_failure_at, turn_at = excluded.turn_at
                """,
            arguments: [subject.id, failures?.count ?? 0, failures?.last ?? moment, turn])
    }
}
