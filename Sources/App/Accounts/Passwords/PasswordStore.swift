import Foundation
import GRDB

/// A member with the password hash.
struct Credentials: Sendable {
    let member: Member
    let passwordHash: String?
    /// When it became a one-time password; nil for one that its owner chose.
    let oneTimeSince: Date?

    /// Whether it is an expired one-time password.
    func hasEnded(by now: Date) -> Bool {
        oneTimeSince.map { now >= $0.addingTimeInterval(OneTimePassword.lifetime) } ?? false
    }
}

/// Every statement about password hashes.
struct PasswordStore: Sendable {
    let database: AppDatabase

    func credentials(username: Username) async throws -> Credentials? {
        try await database.read { try Self.fetch($0, "member.username = ?", username.text) }
    }

    func credentials(of id: Member.ID) async throws -> Credentials? {
        try await database.read { try Self.fetch($0, "member.id = ?", id) }
    }

    /// The stored answer to a submission; nil when there is none.
    func answer(to submission: SubmissionID, by member: Member.ID?) async throws -> String? {
        try await database.answer(to: submission, by: member)
    }

    /// Sets the password that a member chose, and ends all their sessions but one.
    /// - Parameter current: the hash that the old password was verified against.
    /// - Throws: `Refusal.conflict` when it was replaced meanwhile.
    func change(
        of id: Member.ID, from current: String, to hash: String, keeping session: Session.ID?, location: String,
        _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard try Self.isCurrent(db, current, of: id) else { throw Refusal.conflict("password-replaced") }
            try Self.replace(db, of: id, with: hash, oneTimeSince: nil)
            try SessionStore.endAll(db, of: id, but: session, at: stamp.at)
            try audit.append(db, .passwordChanged, .member(id), stamp)
            return location
        }
    }

    /// Sets a one-time password and ends all sessions.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` for a member without a username.
    func reset(
        of id: Member.ID, to hash: String, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> SubmissionResult {
        try await database.noting(submission, stamp) { [audit = database.audit] db, stamp in
            guard let member = try MemberStore.fetch(db, id) else { throw Refusal.notFound }
            guard member.username != nil else { throw Refusal.conflict("member-without-username") }
            try Self.replace(db, of: id, with: hash, oneTimeSince: stamp.at)
            try SessionStore.endAll(db, of: id, at: stamp.at)
            try audit.append(db, .passwordReset, .member(id), stamp)
            return Paths.member(id)
        }
    }

    /// Whether a hash is the member's current one and the member may sign in.
    static func isCurrent(_ db: Database, _ hash: String, of id: Member.ID) throws -> Bool {
        try Bool.fetchOne(
            db, cached: "SELECT password_hash = ? AND locked_at IS NULL FROM member WHERE id = ?",
            arguments: [hash, id]
        ) ?? false
    }

    /// Rehashes the same password with newer parameters.
    static func renew(_ db: Database, of id: Member.ID, with hash: String) throws {
        try db.execute(cached: "UPDATE member SET password_hash = ? WHERE id = ?", arguments: [hash, id])
    }

    private static func replace(_ db: Database, of id: Member.ID, with hash: String, oneTimeSince: Date?) throws {
        try db.execute(
            cached: """
                UPDATE member SET password_hash = ?1, must_change_password = ?2 IS NOT NULL, one_time_since = ?2
                WHERE id = ?3
                """,
            arguments: [hash, oneTimeSince, id])
    }

    private static func fetch(
        _ db: Database, _ condition: String, _ value: some DatabaseValueConvertible
    ) throws -> Credentials? {
        try StoredRow.fetchOne(
            db,
            cached:
                "SELECT \(MemberStore.columns), member.password_hash, member.one_time_since FROM member WHERE \(condition)",
            arguments: [value]
        ) {
            try Credentials(
                member: Member(row: $0), passwordHash: $0.value("password_hash"),
                oneTimeSince: $0.value("one_time_since"))
        }
    }
}
