import Synchronization

/// The names that templates asked for and nothing answered.
final class Misses: Sendable {
    private let names = Mutex<Set<String>>([])
    func note(_ name: String) { names.withLock { _ = $0.insert(name) } }
    var all: Set<String> { names.withLock { $0 } }
}
