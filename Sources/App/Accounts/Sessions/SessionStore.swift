import Foundation
import GRDB

/// One session of a member, in one browser.
struct Session: Sendable, Identifiable {
    let id: ID<Session>
    let browser: BrowserName
    let address: String
    let startedAt: Date
    let seenAt: Date
}

/// Every statement about sessions. The browser holds a random token, the table only its SHA-256.
struct SessionStore: Sendable {
    let database: AppDatabase
    let limits: SessionLimits

    /// Starts a session after the password was verified.
    /// - Parameter checked: the hash that it was verified against; if it was replaced or the member was locked
    ///   meanwhile, there is no session.
    /// - Parameter renewed: a hash of the same password with newer parameters, to be stored instead.
    /// - Parameter old: this browser's previous session, which ends.
    /// - Returns: the token for the cookie and the session's id.
    func start(
        _ member: Member.ID, checked: String, renewed: String?, browser: BrowserName, replacing old: Session.ID?,
        _ stamp: Stamp
    ) async throws -> (token: String, id: Session.ID)? {
        let token = Sodium.token()
        let id: Session.ID? = try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard try PasswordStore.isCurrent(db, checked, of: member) else { return nil }
            if let renewed { try PasswordStore.renew(db, of: member, with: renewed) }
            if let old {
                try db.execute(
                    cached: "UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
                    arguments: [stamp.at, old])
            }
            try Self.forgetOld(db, before: stamp.at.addingTimeInterval(-30 * 24 * 3600))
            try db.execute(
                cached: """
                    INSERT INTO session (token_hash, member_id, started_at, seen_at, address, browser)
                    VALUES (:tokenHash, :member, :startedAt, :seenAt, :address, :browser)
                    """,
                arguments: [
                    "tokenHash": Self.hash(token), "member": member, "startedAt": stamp.at, "seenAt": stamp.at,
                    "address": stamp.address, "browser": browser.text,
                ])
            let id: Session.ID = db.lastInsertedID()
            try audit.append(db, .signedIn, .member(member), stamp)
            return id
        }
        return id.map { (token, $0) }
    }

    /// The member of a session that has neither ended nor expired (ACC-10); asked on every request.
    func find(token: String, at moment: Date) async throws -> SignedIn? {
        let found = try await database.read { [limits] db in
            try Self.fetchAlive(db, "session.token_hash = ?", Self.hash(token), limits, at: moment)
        }
        guard let found else { return nil }
        if moment.timeIntervalSince(found.seenAt) >= Self.seenEvery {
            do {
                try await note(found.sessionID, seenAt: moment)
            } catch  where StorageTrouble(error) != nil {
                // A full disk must not stop reading; the session then ends a little earlier.
            }
        }
        return found
    }

    /// The session that meets a condition, if it is alive and its member may sign in.
    static func fetchAlive(
        _ db: Database, _ condition: String, _ value: some DatabaseValueConvertible, _ limits: SessionLimits,
        at moment: Date
    ) throws -> SignedIn? {
        try StoredRow.fetchOne(
            db,
            cached: """
                SELECT \(MemberStore.columns), session.id AS session_id, session.seen_at
                FROM session JOIN member ON member.id = session.member_id
                WHERE \(condition) AND \(isAlive) AND member.locked_at IS NULL
                """,
            arguments: [value] + ends(limits, at: moment)
        ) { row in
            try SignedIn(
                member: Member(row: row), sessionID: row.value("session_id"), seenAt: row.value("seen_at"))
        }
    }

    /// A member's live sessions, the most recently active first.
    func own(_ member: Member.ID, at moment: Date) async throws -> [Session] {
        try await database.read { [limits] db in
            try StoredRow.fetchAll(
                db,
                cached: """
                    SELECT id, browser, address, started_at, seen_at FROM session
                    WHERE member_id = ? AND \(Self.isAlive) ORDER BY seen_at DESC, id DESC
                    """,
                arguments: [member] + Self.ends(limits, at: moment)
            ) { row in
                Session(
                    id: try row.value("id"), browser: BrowserName(text: try row.value("browser")),
                    address: try row.value("address"),
                    startedAt: try row.value("started_at"), seenAt: try row.value("seen_at"))
            }
        }
    }

    /// Ends one of a member's own sessions (idempotent).
    /// - Throws: `Refusal.notFound` for a session that is not theirs.
    func end(_ id: Session.ID, of member: Member.ID, _ stamp: Stamp) async throws {
        try await database.write(stamp.note) { [audit = database.audit] db, stamp in
            let owner = try Member.ID.fetchOne(
                db, cached: "SELECT member_id FROM session WHERE id = ?", arguments: [id])
            guard owner == member else { throw Refusal.notFound }
            try db.execute(
                cached: "UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL", arguments: [stamp.at, id])
            guard db.changesCount > 0 else { return }
            try audit.append(db, .signedOut, .member(member), stamp)
        }
    }

    /// Ends all sessions of a member.
    func endAll(of member: Member.ID, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            try Self.endAll(db, of: member, at: stamp.at)
            try audit.append(db, .signedOutEverywhere, .member(member), stamp)
        }
    }

    /// Ends all of a member's sessions, or all but one, inside a larger transaction; when none is left, known browsers
    /// are forgotten too.
    static func endAll(_ db: Database, of member: Member.ID, but kept: Session.ID? = nil, at moment: Date) throws {
        try db.execute(
            cached: "UPDATE session SET ended_at = ? WHERE member_id = ? AND ended_at IS NULL AND id <> ?",
            arguments: [moment, member, kept ?? 0])
        if kept == nil { try KnownBrowserStore.forgetAll(db, of: member) }
    }

    private func note(_ id: Session.ID, seenAt moment: Date) async throws {
        try await database.write { db in
            try db.execute(
                cached: "UPDATE session SET seen_at = ? WHERE id = ? AND seen_at < ? AND ended_at IS NULL",
                arguments: [moment, id, moment])
        }
    }

    /// Minimum seconds between two updates of the time of activity, so that reading pages does not write each time.
    private static let seenEvery: TimeInterval = 60

    private static let isAlive = "session.ended_at IS NULL AND session.seen_at > ? AND session.started_at > ?"

    private static func ends(_ limits: SessionLimits, at moment: Date) -> StatementArguments {
        [moment.addingTimeInterval(-limits.idle), moment.addingTimeInterval(-limits.absolute)]
    }

    private static func forgetOld(_ db: Database, before moment: Date) throws {
        try db.execute(cached: "DELETE FROM session WHERE started_at < ?", arguments: [moment])
    }

    private static func hash(_ token: String) -> String { Sodium.sha256(token.utf8) }
}
