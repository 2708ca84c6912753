import Foundation
import GRDB

/// The one SQLite file of a company: one process, one writer, every acknowledged commit on the disk (RUN-3).
final class AppDatabase: Sendable {
    let audit: AuditTrail
    private let pool: DatabasePool
    private let lock: DataLock

    /// Opens, or makes, the database in a folder.
    /// - Throws: `DataLock.AlreadyInUse` when another process has it, `NotDurable` when SQLite would not flush each commit.
    init(in folder: DataFolder) throws {
        lock = try DataLock(folder)
        audit = try AuditTrail(folder)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        pool = try DatabasePool(path: folder.database.path, configuration: configuration)
        // The pool sets NORMAL itself after its set-up hook ran, so FULL must come afterwards (see README, decisions).
        let level = try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw NotDurable() }
        try Migrations.migrator.migrate(pool)
    }

    struct NotDurable: Error {}

    /// Runs queries on one consistent snapshot.
    func read<Value: Sendable>(_ query: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await pool.read(query)
    }

    /// Runs one transaction: all of it is on the disk when this returns, or none of it ever will be.
    func write<Value: Sendable>(_ change: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await pool.write(change)
    }

    /// Copies the running database, consistently, into a new file.
    func backUp(to file: URL) throws {
        let copy = try DatabaseQueue(path: file.path)
        try pool.backup(to: copy)
        try copy.close()
    }

    /// Runs a read on the calling thread, for commands that serve nobody meanwhile.
    func readNow<Value>(_ query: (Database) throws -> Value) throws -> Value { try pool.read(query) }

    /// Runs one transaction on the calling thread, for commands that serve nobody meanwhile.
    func writeNow<Value>(_ change: (Database) throws -> Value) throws -> Value { try pool.write(change) }

    /// After much was written: statistics for the query planner, and a short write-ahead log.
    func settle() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA optimize = 0x10002")
            try db.checkpoint(.truncate)
        }
    }

    func close() throws { try pool.close() }
}
