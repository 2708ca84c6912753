import Foundation
import GRDB

/// Every statement about known browsers. A browser holds a random token, the table only its SHA-256; a shared browser
/// is known for each of its members.
struct KnownBrowserStore: Sendable {
    let database: AppDatabase

    /// Maximum number per member.
    private static let most = 20

    /// The browser with this token, if the member with this username has signed in with it.
    func find(token: String, username: Username, at moment: Date) async throws -> KnownBrowser? {
        try await database.read { db in
            try KnownBrowser.ID.fetchOne(
                db,
                cached: """
                    SELECT known_browser.id FROM known_browser JOIN member ON member.id = known_browser.member_id
                    WHERE token_hash = ? AND username = ? AND locked_at IS NULL AND known_browser.seen_at > ?
                    """,
                arguments: [Self.hash(token), username.text, Self.horizon(moment)]
            ).map(KnownBrowser.init)
        }
    }

    /// Remembers a browser after a successful sign-in.
    /// - Parameter old: its previous token; every member known by that is known by the new one.
    /// - Returns: the new token for its cookie.
    func remember(_ member: Member.ID, replacing old: String?, at moment: Date) async throws -> String {
        let token = Sodium.token()
        try await database.write { db in
            if let old {
                try db.execute(
                    cached: "UPDATE known_browser SET token_hash = ? WHERE token_hash = ?",
                    arguments: [Self.hash(token), Self.hash(old)])
            }
            try db.execute(
                cached: """
                    INSERT INTO known_browser (token_hash, member_id, made_at, seen_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (token_hash, member_id) DO UPDATE SET seen_at = excluded.seen_at
                    """,
                arguments: [Self.hash(token), member, moment, moment])
            try Self.forgetOld(db, of: member, at: moment)
        }
        return token
    }

    /// Forgets all of a member's browsers, inside the transaction that ends all sessions.
    static func forgetAll(_ db: Database, of member: Member.ID) throws {
        try db.execute(cached: "DELETE FROM known_browser WHERE member_id = ?", arguments: [member])
    }

    private static func forgetOld(_ db: Database, of member: Member.ID, at moment: Date) throws {
        try db.execute(
            cached: """
                DELETE FROM known_browser WHERE member_id = ? AND (seen_at <= ? OR id NOT IN (
                    SELECT id FROM known_browser WHERE member_id = ? ORDER BY seen_at DESC, id DESC LIMIT \(most)))
                """,
            arguments: [member, horizon(moment), member])
    }

    private static func horizon(_ moment: Date) -> Date {
        moment.addingTimeInterval(-TimeInterval(KnownBrowser.remembered))
    }

    private static func hash(_ token: String) -> String { Sodium.sha256(token.utf8) }
}
