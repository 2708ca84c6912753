import Foundation

/// Who did something, when, and from which address; every change and every audit entry carries one.
struct Stamp: Sendable, Hashable {
    let member: Member.ID?
    let at: Date
    let address: String
    /// The authorisation to be checked again when storing; nil for what no request asks for, such as the console.
    let claim: Claim?

    init(member: Member.ID?, at: Date, address: String, claim: Claim? = nil) {
        self.member = member
        self.at = at
        self.address = address
        self.claim = claim
    }

    /// The same with the time of storing.
    func moved(to moment: Date) -> Stamp { Stamp(member: member, at: moment, address: address, claim: claim) }

    /// The same without a claim: a refusal or a failed sign-in is recorded in any case.
    var note: Stamp { Stamp(member: member, at: at, address: address) }
}

/// The authorisation that a request's handlers went by. It may be a minute old when the last byte has arrived, so it is
/// checked again inside the transaction that stores (ACC-11).
enum Claim: Sendable, Hashable {
    /// Nobody is signed in, or a customer acts at a member's device.
    case stranger
    /// The password was right, but there is no session yet.
    case signingIn
    case member(session: Session.ID, roles: Set<Role>, department: String?)

    init(_ signedIn: SignedIn) {
        self = .member(
            session: signedIn.sessionID, roles: signedIn.member.roles, department: signedIn.member.department)
    }
}
