import GRDB
import Synchronization

/// What a transaction wants done once it is on the disk: carried out right after its own commit, before the next
/// transaction begins, and forgotten when it fails.
///
/// The library's observer of the next commit is not used: a commit that fails leaves it behind, and the next one of
/// somebody else then carries out what never happened.
final class CommitEffects: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])

    /// Called inside a transaction.
    func add(_ effect: @escaping @Sendable () -> Void) { waiting.withLock { $0.append(effect) } }

    /// Runs a transaction on the one writer's thread, and what it added when it was committed.
    func carryingOut<Value>(in db: Database, _ change: () throws -> Value) throws -> Value {
        // What another transaction left behind was never committed.
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
    /// - Returns: what it made, once that is on the disk.
    fileprivate func committing<Value>(_ change: () throws -> Value) throws -> Value {
        var made: Result<Value, any Error> = .failure(CancellationError())
        try inTransaction(.immediate) {
            made = .success(try change())
            return .commit
        }
        return try made.get()
    }
}
