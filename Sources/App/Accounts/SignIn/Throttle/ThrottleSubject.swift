import Foundation

/// The subject that failures are counted against.
struct ThrottleSubject: Hashable, Sendable {
    enum Kind: Sendable {
        /// A known browser or a session: counts only its owner's failures.
        case own
        /// A username, from all networks.
        case name
        /// A network, for all usernames.
        case address
        /// One network trying one username.
        case visitor
    }

    let kind: Kind
    let id: String

    /// Whether failures of other people count too.
    var isShared: Bool {
        switch kind {
        case .own, .visitor: false
        case .name, .address: true
        }
    }
}
