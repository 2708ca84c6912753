import Foundation
import GRDB

/// Every statement about members of staff.
struct MemberStore: Sendable {
    let database: AppDatabase

    func find(_ id: Member.ID) async throws -> Member? {
        try await database.read { try Self.fetch($0, id) }
    }

    /// All members, including locked ones.
    func all() async throws -> [Member] {
        try await database.readKept(of: .staff) { try Self.fetchAll($0) }
    }

    /// Whether there is an administrator who can sign in.
    func hasAdministrator() async throws -> Bool {
        try await database.read { try Self.administratorCount($0) > 0 }
    }

    /// Adds a member.
    /// - Parameter passwordHash: with a username, the hash of the first password.
    /// - Parameter mustChangePassword: whether that is a one-time password.
    /// - Throws: `MemberProblem.usernameTaken`.
    func add(
        _ facts: MemberFacts, passwordHash: String?, mustChangePassword: Bool, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> SubmissionResult {
        try await database.noting(submission, stamp) { [audit = database.audit] db, stamp in
            let id = try Self.insert(db, audit, facts, passwordHash, mustChangePassword, stamp)
            return Paths.member(id)
        }
    }

    /// Adds the first administrator, only while there is none (ACC-10).
    /// - Throws: `Refusal.notFound` when there is one, `MemberProblem.usernameTaken`.
    func addFirstAdministrator(
        name: String, username: Username, passwordHash: String, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> SubmissionResult {
        let facts = MemberFacts(name: name, username: username, roles: [.administrator])
        return try await database.noting(submission, stamp) { [audit = database.audit] db, stamp in
            guard try Self.administratorCount(db) == 0 else { throw Refusal.notFound }
            _ = try Self.insert(db, audit, facts, passwordHash, false, stamp)
            return Paths.signIn
        }
    }

    /// Changes name, username, roles and department; without a username the member is signed out and the password
    /// deleted.
    /// - Throws: `StaleVersion`, `MemberProblem`, `Refusal.notFound`.
    func correct(
        _ id: Member.ID, to facts: MemberFacts, version: Int, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let before = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard before.version == version else { throw StaleVersion() }
            try Self.requireFree(db, facts.username, for: id)
            try db.execute(
                cached: "UPDATE member SET name = ?, username = ?, department = ?, version = version + 1 WHERE id = ?",
                arguments: [facts.name, facts.username?.text, facts.department, id])
            if facts.username == nil {
                try db.execute(
                    cached:
                        "UPDATE member SET password_hash = NULL, must_change_password = 0, one_time_since = NULL WHERE id = ?",
                    arguments: [id])
                try SessionStore.endAll(db, of: id, at: stamp.at)
            }
            try Self.replaceRoles(db, of: id, with: facts.roles)
            try Self.requireAdministrator(db)
            try audit.append(
                db, .memberCorrected, .member(id), stamp,
                detail: ["changed": Self.changes(before, facts), "roles": Self.text(facts.roles)])
            return Paths.member(id)
        }
    }

    /// Locks an account and ends all its sessions.
    /// - Throws: `MemberProblem.lastAdministrator`, `Refusal.notFound`.
    func lock(_ id: Member.ID, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let member = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard !member.isLocked else { return Paths.member(id) }
            try db.execute(cached: "UPDATE member SET locked_at = ? WHERE id = ?", arguments: [stamp.at, id])
            try SessionStore.endAll(db, of: id, at: stamp.at)
            try Self.requireAdministrator(db)
            try audit.append(db, .memberLocked, .member(id), stamp)
            return Paths.member(id)
        }
    }

    /// - Throws: `Refusal.notFound`.
    func unlock(_ id: Member.ID, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let member = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard member.isLocked else { return Paths.member(id) }
            try db.execute(cached: "UPDATE member SET locked_at = NULL WHERE id = ?", arguments: [id])
            try audit.append(db, .memberUnlocked, .member(id), stamp)
            return Paths.member(id)
        }
    }

    /// Adds a member inside a larger transaction, such as the creation of a demo company.
    static func insert(
        _ db: Database, _ audit: AuditTrail, _ facts: MemberFacts, _ passwordHash: String?,
        _ mustChangePassword: Bool, _ stamp: Stamp
    ) throws -> Member.ID {
        try requireFree(db, facts.username, for: nil)
        let hash = facts.username == nil ? nil : passwordHash
        try db.execute(
            cached: """
                INSERT INTO member (username, name, password_hash, must_change_password, department, created_at,
                    one_time_since)
                VALUES (:username, :name, :passwordHash, :mustChangePassword, :department, :createdAt, :oneTimeSince)
                """,
            arguments: [
                "username": facts.username?.text, "name": facts.name, "passwordHash": hash,
                "mustChangePassword": hash != nil && mustChangePassword, "department": facts.department,
                "createdAt": stamp.at, "oneTimeSince": hash != nil && mustChangePassword ? stamp.at : nil,
            ])
        let id: Member.ID = db.lastInsertedID()
        try replaceRoles(db, of: id, with: facts.roles)
        try audit.append(db, .memberAdded, .member(id), stamp, detail: ["roles": text(facts.roles)])
        return id
    }

    private static func replaceRoles(_ db: Database, of id: Member.ID, with roles: Set<Role>) throws {
        try db.execute(cached: "DELETE FROM member_role WHERE member_id = ?", arguments: [id])
        for role in roles {
            try db.execute(
                cached: "INSERT INTO member_role (member_id, role) VALUES (?, ?)", arguments: [id, role.rawValue])
        }
    }

    private static func requireFree(_ db: Database, _ username: Username?, for id: Member.ID?) throws {
        guard let username else { return }
        let owner = try Member.ID.fetchOne(
            db, cached: "SELECT id FROM member WHERE username = ?", arguments: [username.text])
        guard owner == nil || owner == id else { throw MemberProblem.usernameTaken }
    }

    private static func requireAdministrator(_ db: Database) throws {
        guard try administratorCount(db) > 0 else { throw MemberProblem.lastAdministrator }
    }

    private static func administratorCount(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            cached: """
                SELECT count(*) FROM member JOIN member_role ON member_role.member_id = member.id
                WHERE role = 'administrator' AND locked_at IS NULL AND username IS NOT NULL
                    AND password_hash IS NOT NULL
                """) ?? 0
    }

    private static func changes(_ before: Member, _ after: MemberFacts) -> String {
        var changed: [String] = []
        if before.name != after.name { changed.append("name") }
        if before.username != after.username?.text { changed.append("username") }
        if before.roles != after.roles { changed.append("roles") }
        if before.department != after.department { changed.append("department") }
        return changed.joined(separator: " ")
    }

    private static func text(_ roles: Set<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: " ") }
}
