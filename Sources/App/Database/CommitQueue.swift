import GRDB
import Synchronization

/// Group commit: changes that wait while another one is flushed share the next flush, each in a savepoint of its own.
///
/// A change that fails leaves the others of its group untouched. When the commit itself fails, each is tried alone, so
/// that only those fail that are to blame. Everybody is answered after the flush, also those who were refused, as they
/// may have been refused because of something that the group stored.
final class CommitQueue: Sendable {
    private let effects: CommitEffects
    private let waiting = Mutex(Waiting())

    private struct Waiting {
        var changes: [Change] = []
        var isDraining = false
    }

    /// A change whose caller waits.
    private struct Change: Sendable {
        /// Runs it, and returns how its caller is answered.
        let run: @Sendable (Database) throws -> Answer
        let fail: @Sendable (any Error) -> Void
    }

    private typealias Answer = @Sendable () -> Void

    /// Changes that share a flush at most: the last of them waits for all.
    private static let most = 64

    init(effects: CommitEffects) { self.effects = effects }

    /// How many changes wait for the writer.
    var count: Int { waiting.withLock(\.changes.count) }

    /// Queues a change, and waits until it is on disk.
    /// - Parameter start: has `carryOutGroup` run on the writer, as long as it says so; called when nothing is being
    ///   written.
    func commit<Value: Sendable>(
        _ change: @Sendable @escaping (Database) throws -> Value, start: () -> Void
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let queued = Change(
                run: { db in
                    let value = try change(db)
                    return { continuation.resume(returning: value) }
                }, fail: { continuation.resume(throwing: $0) })
            let isFirst = waiting.withLock { waiting in
                defer { waiting.isDraining = true }
                waiting.changes.append(queued)
                return !waiting.isDraining
            }
            if isFirst { start() }
        }
    }

    /// Carries out what waits by now, on the writer's thread.
    /// - Parameters:
    ///   - check: throws when nothing may be written.
    ///   - done: called when something was.
    /// - Returns: whether to come again.
    func carryOutGroup(_ db: Database, after check: () throws -> Void, noting done: () -> Void) -> Bool {
        let group = next()
        do {
            try check()
            carryOut(group, db, noting: done)
        } catch {
            for change in group { change.fail(error) }
        }
        return waiting.withLock { waiting in
            waiting.isDraining = !waiting.changes.isEmpty
            return waiting.isDraining
        }
    }

    private func next() -> [Change] {
        waiting.withLock { waiting in
            let group = Array(waiting.changes.prefix(Self.most))
            waiting.changes.removeFirst(group.count)
            return group
        }
    }

    private func carryOut(_ group: [Change], _ db: Database, noting done: () -> Void) {
        var rest = group[...]
        while rest.count > 1, let outcomes = together(rest, db) {
            if outcomes.contains(where: \.isStored) { done() }
            for outcome in outcomes { outcome.answer() }
            rest = rest.dropFirst(outcomes.count)
        }
        // One, or a group that could not be committed: once more, and each by itself.
        for change in rest { alone(change, db, noting: done) }
    }

    private struct Outcome {
        let answer: Answer
        let isStored: Bool
    }

    /// Carries out as many changes as may share a commit, from the first one.
    /// - Returns: how each is answered; nil when nothing was stored.
    private func together(_ changes: ArraySlice<Change>, _ db: Database) -> [Outcome]? {
        effects.drop(after: 0)
        var outcomes: [Outcome] = []
        do {
            try db.inTransaction(.immediate) {
                for change in changes where !effects.endsGroup { outcomes.append(try inSavepoint(change, db)) }
                return .commit
            }
        } catch {
            effects.drop(after: 0)
            return nil
        }
        effects.run()
        return outcomes
    }

    /// - Throws: when the failure of the change may have touched the others of the group.
    private func inSavepoint(_ change: Change, _ db: Database) throws -> Outcome {
        let before = effects.count
        var answer: Answer?
        do {
            try db.inSavepoint {
                answer = try change.run(db)
                return .commit
            }
        } catch {
            // The schema refusing a row is no trouble of the file; after any other error of SQLite nobody knows whether
            // the savepoint was rolled back.
            let isOfFile = (error as? DatabaseError).map { $0.resultCode != .SQLITE_CONSTRAINT } ?? false
            guard db.isInsideTransaction, !isOfFile else { throw error }
            effects.drop(after: before)
            return Outcome(answer: { change.fail(error) }, isStored: false)
        }
        return Outcome(answer: answer ?? {}, isStored: true)
    }

    private func alone(_ change: Change, _ db: Database, noting done: () -> Void) {
        do {
            let answer = try db.carryingOut(effects) { try change.run(db) }
            done()
            answer()
        } catch {
            change.fail(error)
        }
    }
}

extension Database {
    /// Runs one transaction, then the callbacks that it added if it committed.
    /// - Returns: its result, once it is on disk.
    func carryingOut<Value>(_ effects: CommitEffects, _ change: () throws -> Value) throws -> Value {
        // Callbacks left by another transaction were never committed.
        effects.drop(after: 0)
        var made: Result<Value, any Error> = .failure(CancellationError())
        do {
            try inTransaction(.immediate) {
                made = .success(try change())
                return .commit
            }
        } catch {
            effects.drop(after: 0)
            throw error
        }
        effects.run()
        return try made.get()
    }
}
