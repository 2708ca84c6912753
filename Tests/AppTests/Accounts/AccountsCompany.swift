import Foundation
import GRDB
import Testing

@testable import App

/// A fresh company in a temporary folder, with Zhou as its first administrator.
final class AccountsCompany: Sendable {
    static let start = Date(timeIntervalSince1970: 1_795_000_000)
    static let password = "correct horse battery"

    let database: AppDatabase
    let members: MemberStore
    let passwords: PasswordStore
    let sessions: SessionStore
    let throttle: SignInThrottleStore
    let browsers: KnownBrowserStore
    let tries: PasswordTries
    let hasher: PasswordHasher
    let zhou: Member.ID
    private let folder: DataFolder

    init() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "accounts-\(UUID().uuidString)")
        folder = DataFolder(place.path)
        try folder.make()
        database = try AppDatabase(in: folder)
        members = MemberStore(database: database)
        passwords = PasswordStore(database: database)
        sessions = SessionStore(database: database, limits: SessionLimits(idle: 7200, absolute: 43200))
        throttle = SignInThrottleStore(database: database, key: try SignInThrottleStore.key(in: folder))
        browsers = KnownBrowserStore(database: database)
        tries = PasswordTries(database: database)
        hasher = PasswordHasher()
        let name = try #require(Username(typed: "zhou"))
        let hash = try await hasher.hash(Self.password)
        _ = try await members.addFirstAdministrator(
            name: "周敏", username: name, passwordHash: hash, .random(), Self.stamp())
        zhou = try #require(try await passwords.credentials(username: name)).member.id
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(at: folder.url)
    }

    var signIn: SignIn {
        SignIn(
            passwords: passwords, sessions: sessions, browsers: browsers, throttle: throttle, tries: tries,
            hasher: hasher)
    }

    var change: PasswordChange {
        PasswordChange(passwords: passwords, throttle: throttle, tries: tries, hasher: hasher)
    }

    /// - Parameter seconds: how long after the company's start.
    static func stamp(
        _ member: Member.ID? = nil, after seconds: TimeInterval = 0, from address: String = "192.0.2.1"
    ) -> Stamp {
        Stamp(member: member, at: start.addingTimeInterval(seconds), address: address)
    }

    /// Adds somebody whose password is `AccountsCompany.password`.
    func add(_ name: String, _ username: String?, _ roles: Set<Role>) async throws -> Member.ID {
        let facts = MemberFacts(name: name, username: username.flatMap(Username.init(typed:)), roles: roles)
        let hash: String? = if username == nil { nil } else { try await hasher.hash(Self.password) }
        let result = try await members.add(
            facts, passwordHash: hash, mustChangePassword: false, .random(), Self.stamp(zhou))
        return try #require(result.path.split(separator: "/").last.flatMap { ID(String($0)) })
    }

    func trySigningIn(
        _ username: String = "zhou", _ password: String = AccountsCompany.password, after seconds: TimeInterval = 0,
        from address: String = "192.0.2.1"
    ) async throws -> SignIn.Outcome {
        try await signIn.attempt(
            username: username, password: password, browser: BrowserName(userAgent: nil), replacing: nil,
            Self.stamp(after: seconds, from: address))
    }

    /// Signs in and hands out the token.
    func token(_ username: String = "zhou", after seconds: TimeInterval = 0) async throws -> String {
        let outcome = try await trySigningIn(username, after: seconds)
        guard case .signedIn(_, let token) = outcome else { throw NotSignedIn() }
        return token
    }

    struct NotSignedIn: Error {}

    func member(_ id: Member.ID) async throws -> Member { try #require(try await members.find(id)) }

    func found(_ token: String, after seconds: TimeInterval = 0) async throws -> SignedIn? {
        try await sessions.find(token: token, at: Self.start.addingTimeInterval(seconds))
    }

    /// The audit trail in order.
    func auditLines() async throws -> [AuditLine] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM audit_entry ORDER BY id").map { row in
                AuditLine(
                    action: row["action"], memberID: row["member_id"], subjectKind: row["subject_kind"],
                    subjectID: row["subject_id"], detail: row["detail"])
            }
        }
    }

    /// What was done to one member, in order.
    func auditedActions(_ member: Member.ID) async throws -> [String] {
        try await auditLines().filter { $0.subjectKind == "member" && $0.subjectID == member.number }.map(\.action)
    }
}

/// What a test looks at in an entry of the audit trail.
struct AuditLine: Sendable {
    let action: String
    let memberID: Member.ID?
    let subjectKind: String
    let subjectID: Int?
    let detail: String
}
