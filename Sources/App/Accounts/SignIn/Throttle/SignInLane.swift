/// From where somebody tries a password, which is what wrong ones are counted against: nobody who is known is kept out by
/// somebody else's (ACC-14).
enum SignInLane: Hashable, Sendable {
    /// A browser that this member has signed in with before.
    case known(KnownBrowser)
    /// A session of one's own, where the present password is asked for again.
    case session(Session.ID)
    /// Anybody else: the slow lane, where the name, the network and both together are counted.
    case stranger(username: String, address: String)

    /// Where it stands in the line before the hasher.
    var place: HashingPlace {
        switch self {
        case .known, .session: .known
        case .stranger(_, let address): .stranger(network: NetworkAddress.network(of: address))
        }
    }
}
