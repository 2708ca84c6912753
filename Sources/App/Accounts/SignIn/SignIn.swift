import Foundation

/// Sign-in: lane, throttle, password, session, audit (ACC-10, ACC-14).
struct SignIn: Sendable {
    let passwords: PasswordStore
    let sessions: SessionStore
    let browsers: KnownBrowserStore
    let throttle: SignInThrottleStore
    let tries: PasswordTries
    let hasher: PasswordHasher

    enum Outcome: Sendable {
        case signedIn(SignedIn, token: String)
        case wrong
        /// The account is locked; told only after the right password.
        case locked
        /// The one-time password has expired; told only after the right password.
        case ended
        case delayed(seconds: TimeInterval)
        /// The hashing queue is full, so nothing was tried.
        case busy
    }

    /// Tries a username with a password; an unknown username takes as long as a known one.
    /// - Parameter known: this browser's token from an earlier sign-in.
    /// - Parameter old: this browser's session, which ends when the sign-in succeeds.
    func attempt(
        username typed: String, password: String, browser: BrowserName, known: String? = nil,
        replacing old: Session.ID?,
        _ stamp: Stamp
    ) async throws -> Outcome {
        let username = Username(typed: typed)
        let lane = try await lane(username, typed, known, stamp)
        guard hasher.hasRoom(for: lane.place) else { return try await notTried(.busy, username, stamp) }
        let wait = try await throttle.reserve(lane, at: stamp.at)
        guard wait <= 0 else { return try await notTried(.delayed(seconds: wait), username, stamp) }
        let credentials: Credentials? =
            if let username { try await passwords.credentials(username: username) } else { nil }
        let isRight: Bool
        do {
            isRight = try await hasher.verify(password, against: credentials?.passwordHash, for: lane.place)
        } catch Refusal.tooMany {
            try await throttle.giveBack(lane, at: stamp.at)
            return try await notTried(.busy, username, stamp)
        }
        guard isRight, let credentials, let hash = credentials.passwordHash else {
            return try await refused(.wrong, credentials?.member.id, stamp)
        }
        guard !credentials.member.isLocked else { return try await refused(.locked, credentials.member.id, stamp) }
        guard !credentials.hasEnded(by: stamp.at) else {
            return try await refused(.ended, credentials.member.id, stamp)
        }
        return try await welcome(credentials.member, password, hash, browser, lane, old, stamp)
    }

    /// Remembers the browser after a successful sign-in, and returns its new token.
    func remember(_ signedIn: SignedIn, known: String?, _ stamp: Stamp) async throws -> String {
        try await browsers.remember(signedIn.member.id, replacing: known, at: stamp.at)
    }

    private func lane(
        _ username: Username?, _ typed: String, _ known: String?, _ stamp: Stamp
    ) async throws -> SignInLane {
        if let known, let username,
            let browser = try await browsers.find(token: known, username: username, at: stamp.at)
        {
            return .known(browser)
        }
        return .stranger(username: username?.text ?? typed, address: stamp.address)
    }

    private func welcome(
        _ member: Member, _ password: String, _ hash: String, _ browser: BrowserName, _ lane: SignInLane,
        _ old: Session.ID?,
        _ stamp: Stamp
    ) async throws -> Outcome {
        let renewed = Sodium.isOutdated(hash: hash) ? try await hasher.hash(password) : nil
        let own = Stamp(
            member: member.id, at: stamp.at, address: stamp.address, claim: stamp.claim.map { _ in .signingIn })
        let session = try await sessions.start(
            member.id, checked: hash, renewed: renewed, browser: browser, replacing: old, own)
        guard let session else { return try await refused(.wrong, member.id, stamp) }
        try await throttle.forgive(lane, at: stamp.at)
        return .signedIn(SignedIn(member: member, sessionID: session.id, seenAt: stamp.at), token: session.token)
    }

    private func refused(_ outcome: Outcome, _ member: Member.ID?, _ stamp: Stamp) async throws -> Outcome {
        try await tries.failed(member, stamp)
        return outcome
    }

    private func notTried(_ outcome: Outcome, _ username: Username?, _ stamp: Stamp) async throws -> Outcome {
        let member: Member.ID? =
            if let username { try await passwords.credentials(username: username)?.member.id } else { nil }
        tries.delayed(.signInDelayed, member, stamp)
        return outcome
    }
}
