import Foundation
import GRDB

/// Remembers failed attempts to sign in, by username and by address.
struct SignInThrottleStore: Sendable {
    let database: AppDatabase
    private let key: [UInt8]

    /// - Parameter key: 32 secret bytes; what is stored then tells nobody which names were typed, as some type their
    ///   password there.
    init(database: AppDatabase, key: [UInt8]) {
        self.database = database
        self.key = key
    }

    /// A key that stays the same as long as the company's own key does.
    static func key(in folder: DataFolder) throws -> [UInt8] {
        try AuditKey.derived(for: "sign-in throttle", in: folder)
    }

    /// Counts an attempt as failed before it is made, so that attempts made side by side cannot slip through.
    /// - Returns: the seconds to wait; 0 when the attempt was counted and may be made.
    func reserve(username: String, address: String, at moment: Date) async throws -> TimeInterval {
        let subjects = subjects(username, address)
        return try await database.write { db in
            let known = try subjects.map { ($0, try Self.fetch(db, $0.id)) }
            let wait = known.map { $0.throttle.wait(after: $1, at: moment) }.max() ?? 0
            guard wait <= 0 else { return wait }
            for (subject, failures) in known {
                try Self.store(db, subject.id, subject.throttle.adding(to: failures, at: moment))
            }
            return 0
        }
    }

    /// The attempt succeeded: the name starts anew, the address gets this one attempt back.
    func forgive(username: String, address: String, at moment: Date) async throws {
        let (name, place) = (id("username", username), id("address", NetworkAddress.network(of: address)))
        try await database.write { db in
            try db.execute(sql: "DELETE FROM sign_in_throttle WHERE subject = ?", arguments: [name])
            try db.execute(
                sql: "UPDATE sign_in_throttle SET failures = failures - 1 WHERE subject = ? AND failures > 0",
                arguments: [place])
            try db.execute(
                sql: "DELETE FROM sign_in_throttle WHERE last_failure_at < ?",
                arguments: [moment.addingTimeInterval(-24 * 3600)])
        }
    }

    private func subjects(_ username: String, _ address: String) -> [(id: String, throttle: SignInThrottle)] {
        [
            (id("username", username), .username),
            (id("address", NetworkAddress.network(of: address)), .address),
        ]
    }

    private func id(_ kind: String, _ text: String) -> String { Sodium.hmac("\(kind) \(text)".utf8, key: key) }

    private static func fetch(_ db: Database, _ subject: String) throws -> SignInFailures? {
        try Row.fetchOne(
            db, sql: "SELECT failures, last_failure_at FROM sign_in_throttle WHERE subject = ?", arguments: [subject]
        ).map { SignInFailures(count: try $0.value("failures"), last: try $0.value("last_failure_at")) }
    }

    private static func store(_ db: Database, _ subject: String, _ failures: SignInFailures) throws {
        try db.execute(
            sql: """
                INSERT INTO sign_in_throttle (subject, failures, last_failure_at) VALUES (?, ?, ?)
                ON CONFLICT (subject) DO UPDATE
                SET failures = excluded.failures, last_failure_at = excluded.last_failure_at
                """,
            arguments: [subject, failures.count, failures.last])
    }
}
