import Foundation

/// Who did something, when, and from where; every change and every audit entry carries one.
struct Stamp: Sendable, Hashable {
    let member: Member.ID?
    let at: Date
    let address: String
    /// By what right it is asked for; nil for what no request asks for, such as the console.
    let claim: Claim?

    init(member: Member.ID?, at: Date, address: String, claim: Claim? = nil) {
        self.member = member
        self.at = at
        self.address = address
        self.claim = claim
    }

    /// The same at the moment in which it is stored.
    func moved(to moment: Date) -> Stamp { Stamp(member: member, at: moment, address: address, claim: claim) }

    /// The same without a right to prove: a refusal, or a failed sign-in, is noted whoever it was.
    var note: Stamp { Stamp(member: member, at: at, address: address) }
}

/// What a request's handlers went by when they let it through. It may be a minute old when the last byte has come, so
/// it is proven anew inside the transaction that stores (ACC-11).
enum Claim: Sendable, Hashable {
    /// Nobody is signed in, or a customer acts whoever is.
    case stranger
    /// Somebody whose password was right, and who has no session yet.
    case signingIn
    case member(session: Session.ID, roles: Set<Role>, department: String?)

    init(_ signedIn: SignedIn) {
        self = .member(
            session: signedIn.sessionID, roles: signedIn.member.roles, department: signedIn.member.department)
    }
}
