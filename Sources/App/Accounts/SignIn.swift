import Foundation

/// Lets people in: throttle, password, session, audit (ACC-10).
struct SignIn: Sendable {
    let passwords: PasswordStore
    let sessions: SessionStore
    let throttle: SignInThrottleStore
    let hasher: PasswordHasher

    enum Outcome: Sendable {
        case signedIn(SignedIn, token: String)
        case wrong
        /// The password was right, so its owner may know.
        case locked
        case delayed(seconds: TimeInterval)
    }

    /// Tries a username with a password; an unknown name takes as long as a known one.
    /// - Parameter old: the session that this browser had; it ends when the sign-in succeeds.
    func attempt(
        username typed: String, password: String, browser: BrowserName, replacing old: Int?, _ stamp: Stamp
    ) async throws -> Outcome {
        let username = Username(typed: typed)
        let name = username?.text ?? typed
        let wait = try await throttle.reserve(username: name, address: stamp.address, at: stamp.at)
        guard wait <= 0 else { return .delayed(seconds: wait) }
        let credentials: Credentials? =
            if let username { try await passwords.credentials(username: username) } else { nil }
        guard try await hasher.verify(password, against: credentials?.passwordHash), let credentials,
            let hash = credentials.passwordHash
        else { return try await refused(.wrong, credentials?.member.id, stamp) }
        guard !credentials.member.isLocked else { return try await refused(.locked, credentials.member.id, stamp) }
        return try await welcome(credentials.member, password, hash, browser, old, stamp)
    }

    private func welcome(
        _ member: Member, _ password: String, _ hash: String, _ browser: BrowserName, _ old: Int?, _ stamp: Stamp
    ) async throws -> Outcome {
        let renewed = Sodium.isOutdated(hash: hash) ? try await hasher.hash(password) : nil
        let own = Stamp(
            member: member.id, at: stamp.at, address: stamp.address, claim: stamp.claim.map { _ in .stranger })
        let session = try await sessions.start(
            member.id, checked: hash, renewed: renewed, browser: browser, replacing: old, own)
        guard let session else { return try await refused(.wrong, member.id, stamp) }
        try await throttle.forgive(username: member.username ?? "", address: stamp.address, at: stamp.at)
        return .signedIn(SignedIn(member: member, sessionID: session.id, seenAt: stamp.at), token: session.token)
    }

    private func refused(_ outcome: Outcome, _ member: Member.ID?, _ stamp: Stamp) async throws -> Outcome {
        try await sessions.noteFailure(member, stamp)
        return outcome
    }
}
