import Foundation
import Synchronization

/// One-time link to create the first administrator (ACC-10); in memory only.
final class SetUpLink: Sendable {
    private enum State: Sendable {
        case absent
        case open(String)
        case spent(String)
    }

    private let base: URL
    private let state: Mutex<State>

    /// - Parameter isNeeded: whether there is no administrator yet; otherwise there is no link.
    init(isNeeded: Bool, base: URL) {
        self.base = base
        state = Mutex(isNeeded ? .open(Sodium.token()) : .absent)
    }

    /// The URL, while it is valid.
    var currentURL: URL? {
        state.withLock { state in
            switch state {
            case .open(let token): URL(string: Paths.setUp(token), relativeTo: base)?.absoluteURL
            case .absent, .spent: nil
            }
        }
    }

    /// Whether a token is valid.
    func isOpen(_ token: String) -> Bool {
        state.withLock { state in
            switch state {
            case .open(let expected): Sodium.areEqual(token, expected)
            case .absent, .spent: false
            }
        }
    }

    /// Whether a token was valid at some time, so that a form sent twice gets its answer twice.
    func wasOpen(_ token: String) -> Bool {
        state.withLock { state in
            switch state {
            case .open(let expected), .spent(let expected): Sodium.areEqual(token, expected)
            case .absent: false
            }
        }
    }

    /// Invalidates the link.
    func spend() {
        state.withLock { state in
            switch state {
            case .open(let token): state = .spent(token)
            case .absent, .spent: break
            }
        }
    }
}
