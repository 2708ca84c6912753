import Foundation
import GRDB

/// Every statement about failed password attempts, per throttle subject.
struct SignInThrottleStore: Sendable {
    let database: AppDatabase
    private let key: [UInt8]

    /// - Parameter key: 32 secret bytes. Subjects are stored as HMACs, since some people type their password as
    ///   username.
    init(database: AppDatabase, key: [UInt8]) {
        self.database = database
        self.key = key
    }

    /// A key derived from the company's key, so that it survives restarts.
    static func key(in folder: DataFolder) throws -> [UInt8] {
        try AuditKey.derived(for: "sign-in throttle", in: folder)
    }

    /// Counts an attempt as failed before it is made, so that parallel attempts cannot slip through.
    /// - Returns: the seconds to wait; 0 when the attempt was counted and may be made.
    func reserve(_ lane: SignInLane, at moment: Date) async throws -> TimeInterval {
        let subjects = subjects(of: lane)
        return try await database.write { db in
            var records = try subjects.map { try ThrottleRecord.fetch(db, $0) }
            let penalty = records.map { $0.wait(at: moment) }.max() ?? 0
            let wait = max(penalty, ThrottleRecord.takeTurns(&records, at: moment))
            for record in records { try (wait > 0 ? record : record.failed(at: moment)).store(db, at: moment) }
            return wait
        }
    }

    /// After a success: clears one's own subjects, and gives one attempt back to shared ones.
    func forgive(_ lane: SignInLane, at moment: Date) async throws {
        let subjects = subjects(of: lane)
        try await database.write { db in
            for subject in subjects {
                let record = try ThrottleRecord.fetch(db, subject)
                try (subject.isShared ? record.back() : record.cleared()).store(db, at: moment)
            }
        }
    }

    /// The attempt was not made after all.
    func giveBack(_ lane: SignInLane, at moment: Date) async throws {
        let subjects = subjects(of: lane)
        try await database.write { db in
            for subject in subjects { try ThrottleRecord.fetch(db, subject).back(turn: moment).store(db, at: moment) }
        }
    }

    /// Deletes failures that no longer count.
    func sweep(at moment: Date) async throws {
        try await database.write { db in
            try db.execute(
                cached: "DELETE FROM sign_in_throttle WHERE last_failure_at < ?",
                arguments: [moment.addingTimeInterval(-24 * 3600)])
        }
    }

    private func subjects(of lane: SignInLane) -> [ThrottleSubject] {
        switch lane {
        case .known(let browser): [subject(.own, "browser", String(browser.id))]
        case .session(let session): [subject(.own, "session", String(session))]
        case .stranger(let username, let address):
            [
                subject(.name, "username", username), subject(.address, "address", NetworkAddress.network(of: address)),
                subject(.visitor, "visitor", NetworkAddress.site(of: address) + " " + username),
            ]
        }
    }

    private func subject(_ kind: ThrottleSubject.Kind, _ word: String, _ text: String) -> ThrottleSubject {
        ThrottleSubject(kind: kind, id: Sodium.hmac("\(word) \(text)".utf8, key: key))
    }
}
