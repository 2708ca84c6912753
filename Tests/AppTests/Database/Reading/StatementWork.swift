import Foundation
import GRDB
import GRDBSQLite
import Synchronization
import Testing

@testable import App

/// The statements that really ran, and the work that each one is.
final class StatementWork: Sendable {
    private let collected = Mutex<[String]>([])
    private let database: AppDatabase

    init(_ database: AppDatabase) { self.database = database }

    /// Runs something and keeps every statement that it had SQLite run, with its arguments.
    func statements(of work: () async throws -> Void) async throws -> [String] {
        collected.withLock { $0 = [] }
        try await listen { [self] statement in collected.withLock { $0.append(statement) } }
        try await work()
        try await listen(nil)
        let reading = collected.withLock { $0 }.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }
        return Array(Set(reading)).sorted()
    }

    /// Sets the listener on each connection: all readers at once, so that none answers twice, and the writer.
    private func listen(_ hear: (@Sendable (String) -> Void)?) async throws {
        let set: @Sendable (Database) -> Void = { db in
            guard let hear else { return db.trace() }
            db.trace { event in if case .statement(let statement) = event { hear(statement.expandedSQL) } }
        }
        let arrived = Gate(DatabaseOpening.mostReaders)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<DatabaseOpening.mostReaders {
                group.addTask { [database] in
                    // Threads of their own: they wait for each other.
                    try await withCheckedThrowingContinuation { continuation in
                        DispatchQueue(label: "reader \(number)").async {
                            let read = Result {
                                try database.readNow { db in
                                    set(db)
                                    arrived.pass()
                                }
                            }
                            continuation.resume(with: read)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.write(set)
    }

    /// The steps that SQLite's machine takes for a statement; those of a full search grow with the table.
    func steps(of statement: String) async throws -> (steps: Int, plan: String) {
        try await database.read { db in
            let prepared = try db.makeStatement(sql: statement)
            let rows = try Row.fetchCursor(prepared)
            while try rows.next() != nil {}
            let steps = Int(sqlite3_stmt_status(prepared.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 0))
            let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement).map { $0["detail"] as String }
            return (steps, plan.joined(separator: "\n    "))
        }
    }
}

/// Lets nobody go on before all have arrived.
private final class Gate: Sendable {
    private let condition = NSCondition()
    private let missing: Mutex<Int>

    init(_ count: Int) { missing = Mutex(count) }

    func pass() {
        condition.lock()
        defer { condition.unlock() }
        missing.withLock { $0 -= 1 }
        condition.broadcast()
        while missing.withLock({ $0 > 0 }) { condition.wait() }
    }
}
