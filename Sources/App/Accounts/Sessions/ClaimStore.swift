import Foundation
import GRDB

/// Checks a request's authorisation again inside the transaction that stores (ACC-11).
struct ClaimStore: Sendable {
    let limits: SessionLimits

    /// - Returns: for a request, the stamp with the time of storing.
    /// - Throws: `Refusal.signInRequired` when the session has ended or the account was locked meanwhile,
    ///   `Refusal.forbidden` when the member's roles or department have changed.
    func prove(_ stamp: Stamp, _ db: Database, at moment: Date) throws -> Stamp {
        switch stamp.claim {
        case nil: return stamp
        case .stranger, .signingIn: return stamp.moved(to: moment)
        case .member(let session, let roles, let department):
            guard let signedIn = try SessionStore.fetchAlive(db, "session.id = ?", session, limits, at: moment),
                signedIn.member.id == stamp.member
            else { throw Refusal.signInRequired }
            guard signedIn.member.roles == roles, signedIn.member.department == department else {
                throw Refusal.forbidden("rights-changed")
            }
            return stamp.moved(to: moment)
        }
    }
}
