import Foundation

/// Lets members replace their own password.
struct PasswordChange: Sendable {
    let passwords: PasswordStore
    let sessions: SessionStore
    let throttle: SignInThrottleStore
    let hasher: PasswordHasher

    enum Outcome: Sendable {
        case changed(path: String)
        case wrong
        case delayed(seconds: TimeInterval)
    }

    /// Checks the current password, under the same throttle as a sign-in, and sets the new one.
    /// - Parameter location: where to go on afterwards.
    func attempt(
        by signedIn: SignedIn, current: String, new: String, location: String, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> Outcome {
        let (member, username) = (signedIn.member, signedIn.member.username ?? "")
        let wait = try await throttle.reserve(username: username, address: stamp.address, at: stamp.at)
        guard wait <= 0 else { return .delayed(seconds: wait) }
        guard let hash = try await passwords.credentials(of: member.id)?.passwordHash,
            try await hasher.verify(current, against: hash)
        else { return try await refused(member, submission, stamp) }
        let path = try await passwords.change(
            of: member.id, from: hash, to: hasher.hash(new), keeping: signedIn.sessionID, location: location,
            submission, stamp)
        try await throttle.forgive(username: username, address: stamp.address, at: stamp.at)
        return .changed(path: path)
    }

    /// Pressed twice, the second arrival finds its old password gone because the first one was done (UX-3).
    private func refused(_ member: Member, _ submission: SubmissionID, _ stamp: Stamp) async throws -> Outcome {
        if let path = try await passwords.answer(to: submission, by: member.id) {
            try await throttle.forgive(username: member.username ?? "", address: stamp.address, at: stamp.at)
            return .changed(path: path)
        }
        try await sessions.noteFailure(member.id, stamp)
        return .wrong
    }
}
