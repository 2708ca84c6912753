import Synchronization

/// After-commit callbacks: run right after the commit of their own change, and dropped when it is rolled back.
///
/// GRDB's `afterNextTransaction` is not used: when a commit fails, it stays registered and runs after somebody else's.
final class CommitEffects: Sendable {
    private let waiting = Mutex<[Effect]>([])

    private struct Effect: Sendable {
        var run: @Sendable () -> Void = {}
        var undo: @Sendable () -> Void = {}
        var isForNext = false
    }

    /// Adds a callback; called inside a transaction.
    func add(_ effect: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(Effect(run: effect)) }
    }

    /// Adds a callback that the very next change must find done: nothing else joins this change's commit.
    func addBeforeNext(_ effect: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(Effect(run: effect, isForNext: true)) }
    }

    /// Adds a callback that takes back what a change has done outside the database, in case it is rolled back.
    func addUndo(_ undo: @escaping @Sendable () -> Void) { waiting.withLock { $0.append(Effect(undo: undo)) } }

    /// How many callbacks wait.
    var count: Int { waiting.withLock(\.count) }

    /// Whether one of them must be done before the next change.
    var endsGroup: Bool { waiting.withLock { $0.contains(where: \.isForNext) } }

    /// Drops callbacks of a change that was rolled back.
    /// - Parameter count: how many were waiting before it.
    func drop(after count: Int) {
        let dropped = waiting.withLock { effects in
            defer { effects.removeSubrange(min(count, effects.count)...) }
            return effects.dropFirst(count)
        }
        for effect in dropped.reversed() { effect.undo() }
    }

    /// Runs all of them, once what they follow from is on disk.
    func run() {
        let effects = waiting.withLock { effects in
            defer { effects = [] }
            return effects
        }
        for effect in effects { effect.run() }
    }
}
