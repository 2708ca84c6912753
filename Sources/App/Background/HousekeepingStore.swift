import Foundation
import GRDB

/// Deletes expired rows in small batches, so that people's own changes need not wait (RUN-5).
struct HousekeepingStore: Sendable {
    let database: AppDatabase

    /// Rows per transaction.
    private static let batch = 500
    /// Rows fetched at a time.
    private static let read = 10 * batch

    func forgetSubmissions(before moment: Date) async throws -> Int {
        var (count, last) = (0, Self.read)
        while last == Self.read, !Task.isCancelled {
            last = try await forgetSomeSubmissions(before: moment)
            count += last
        }
        return count
    }

    private func forgetSomeSubmissions(before moment: Date) async throws -> Int {
        // Selected outside the transaction: there is no index by time, so many rows may have to be read.
        let keys = try await database.readAside { db in
            try SubmissionKey.fetchAll(
                db, sql: "SELECT member_id AS member, id FROM submission WHERE at < ? LIMIT ?",
                arguments: [moment, Self.read])
        }
        for start in stride(from: 0, to: keys.count, by: Self.batch) {
            let some = keys[start..<min(start + Self.batch, keys.count)]
            try await database.write { db in
                for key in some {
                    try db.execute(
                        cached: "DELETE FROM submission WHERE member_id = ? AND id = ? AND at < ?",
                        arguments: [key.member, key.id, moment])
                }
            }
        }
        return keys.count
    }

    func forgetSessions(before moment: Date) async throws -> Int {
        try await delete(from: "session", where: "started_at", before: moment)
    }

    func forgetFailedSignIns(before moment: Date) async throws -> Int {
        try await delete(from: "sign_in_throttle", key: "subject", where: "last_failure_at", before: moment)
    }

    /// Their files are swept afterwards, when no row refers to them.
    func forgetPhotographs(removedBefore moment: Date) async throws -> Int {
        try await delete(from: "photograph", where: "removed_at", before: moment)
    }

    private func delete(
        from table: String, key: String = "id", where column: String, before moment: Date
    ) async throws -> Int {
        var (count, last) = (0, Self.batch)
        while last == Self.batch, !Task.isCancelled {
            last = try await database.write { db in
                try db.execute(
                    sql:
                        "DELETE FROM \(table) WHERE \(key) IN (SELECT \(key) FROM \(table) WHERE \(column) < ? LIMIT ?)",
                    arguments: [moment, Self.batch])
                return db.changesCount
            }
            count += last
        }
        return count
    }

    private struct SubmissionKey: Decodable, FetchableRecord, Sendable {
        let member: Member.ID
        let id: String
    }
}
