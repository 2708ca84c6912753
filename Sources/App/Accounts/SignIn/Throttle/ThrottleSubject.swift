import Foundation

/// What failed attempts are counted against.
struct ThrottleSubject: Hashable, Sendable {
    enum Kind: Sendable {
        /// A known browser or a session: nobody else counts there.
        case own
        /// A username, whoever tries it.
        case name
        /// A network, whatever name it tries.
        case address
        /// One network that tries one username.
        case visitor
    }

    let kind: Kind
    let id: String

    /// Whether others count there as well.
    var isShared: Bool {
        switch kind {
        case .own, .visitor: false
        case .name, .address: true
        }
    }
}
