/// The lane of a password attempt, which its failures count against: known browsers are never locked out by others
/// (ACC-14).
enum SignInLane: Hashable, Sendable {
    /// A browser that this member has signed in with before.
    case known(KnownBrowser)
    /// A session whose current password is asked for again.
    case session(Session.ID)
    /// Anybody else, in the slow lane: counted by username, by network, and by both together.
    case stranger(username: String, address: String)

    /// Its priority in the hashing queue.
    var place: HashingPlace {
        switch self {
        case .known, .session: .known
        case .stranger(_, let address): .stranger(network: NetworkAddress.network(of: address))
        }
    }
}
