import Foundation

/// Lets members change their own password.
struct PasswordChange: Sendable {
    let passwords: PasswordStore
    let throttle: SignInThrottleStore
    let tries: PasswordTries
    let hasher: PasswordHasher

    enum Outcome: Sendable {
        case changed(path: String)
        case wrong
        case delayed(seconds: TimeInterval)
    }

    /// Checks the current password, with a throttle per session, and sets the new one (ACC-14).
    /// - Parameter location: where to go afterwards.
    func attempt(
        by signedIn: SignedIn, current: String, new: String, location: String, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> Outcome {
        let (member, lane) = (signedIn.member, SignInLane.session(signedIn.sessionID))
        let wait = try await throttle.reserve(lane, at: stamp.at)
        guard wait <= 0 else {
            tries.delayed(.passwordChangeDelayed, member.id, stamp)
            return .delayed(seconds: wait)
        }
        guard let hash = try await passwords.credentials(of: member.id)?.passwordHash,
            try await hasher.verify(current, against: hash)
        else { return try await refused(signedIn, submission, stamp) }
        let path = try await passwords.change(
            of: member.id, from: hash, to: hasher.hash(new), keeping: signedIn.sessionID, location: location,
            submission, stamp)
        try await throttle.forgive(lane, at: stamp.at)
        return .changed(path: path)
    }

    /// A form sent twice: the second one finds the old password wrong because the first one has changed it (UX-3).
    private func refused(_ signedIn: SignedIn, _ submission: SubmissionID, _ stamp: Stamp) async throws -> Outcome {
        if let path = try await passwords.answer(to: submission, by: signedIn.member.id) {
            try await throttle.forgive(.session(signedIn.sessionID), at: stamp.at)
            return .changed(path: path)
        }
        try await tries.failed(signedIn.member.id, stamp)
        return .wrong
    }
}
