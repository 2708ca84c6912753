import Synchronization

/// How many are at work at once, and how many were at most.
final class Crowd: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    @discardableResult
    func around<Value>(_ work: () throws -> Value) rethrows -> Value {
        counts.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
        }
        defer { counts.withLock { $0.now -= 1 } }
        return try work()
    }

    var most: Int { counts.withLock(\.most) }
}
