import GRDB
import Synchronization

/// After-commit callbacks: run right after the commit of their own transaction, before the next one begins, and dropped
/// on rollback.
///
/// GRDB's `afterNextTransaction` is not used: when a commit fails, it stays registered and runs after somebody else's.
final class CommitEffects: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])

    /// Adds a callback; called inside a transaction.
    func add(_ effect: @escaping @Sendable () -> Void) { waiting.withLock { $0.append(effect) } }

    /// Runs a transaction on the writer's thread, then the callbacks that it added if it committed.
    func carryingOut<Value>(in db: Database, _ change: () throws -> Value) throws -> Value {
        // Callbacks left by another transaction were never committed.
        waiting.withLock { $0 = [] }
        let value = try db.committing(change)
        let effects = waiting.withLock { effects in
            defer { effects = [] }
            return effects
        }
        for effect in effects { effect() }
        return value
    }
}

extension Database {
    /// Runs one transaction.
    /// - Returns: its result, once it is on disk.
    fileprivate func committing<Value>(_ change: () throws -> Value) throws -> Value {
        var made: Result<Value, any Error> = .failure(CancellationError())
        try inTransaction(.immediate) {
            made = .success(try change())
            return .commit
        }
        return try made.get()
    }
}
