import CSQLite
import Foundation
import GRDB

/// Opens a company's database in order: check the file, check its integrity, snapshot it before a migration, migrate
/// (RUN-5).
struct DatabaseOpening {
    let folder: DataFolder
    let mode: OpeningMode
    let tell: (OpeningNews) -> Void

    /// A write-ahead log beyond this size is truncated.
    private static let mostOfLog = 64 << 20

    /// Pages that the writer keeps, in bytes: those of a large group of changes.
    private static let writerCache = 16 << 20

    /// One for each thread that answers requests, one for files, one for what is read aside and one for a backup: nobody
    /// waits for another one's reading.
    static let mostReaders = ProcessInfo.processInfo.activeProcessorCount + 3

    func open() throws -> DatabasePool {
        let isThere = try DatabaseFile.look(at: folder, mode)
        do {
            let pool = try pool()
            if isThere, mode == .serving { try IntegrityCheck(folder: folder, tell: tell).run(on: pool) }
            try changeSchema(of: pool)
            if isThere, let lost = try pool.read({ try LostEntries.find($0, in: folder) }) { tell(.entriesLost(lost)) }
            return pool
        } catch {
            throw CommandError.ofStorage(error, at: folder.database.path) ?? error
        }
    }

    /// SQLite would count each piece of memory that it takes, under a lock that all its connections share.
    private static let withoutMemoryStatistics: Void = { _ = csqlite_keep_no_memory_statistics() }()

    private func pool() throws -> DatabasePool {
        Self.withoutMemoryStatistics
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = Self.mostReaders
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_size_limit = \(Self.mostOfLog)")
            guard !db.configuration.readonly else { return }
            // A group of changes keeps what it may have to take back, and what it writes: in memory, not in temporary
            // files and again and again in the log.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA cache_size = -\(Self.writerCache >> 10)")
        }
        let pool = try DatabasePool(path: folder.database.path, configuration: configuration)
        // The pool sets NORMAL itself after its set-up hook ran, so FULL must come afterwards (see README, decisions).
        let level = try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(db, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw AppDatabase.NotDurable() }
        return pool
    }

    private func changeSchema(of pool: DatabasePool) throws {
        let migrator = Migrations.migrator
        let (done, isNewer, isCurrent) = try pool.read { db in
            (
                try migrator.appliedIdentifiers(db).count, try migrator.hasBeenSuperseded(db),
                try migrator.hasCompletedMigrations(db)
            )
        }
        if isNewer {
            throw CommandError(
                "\(folder.url.path) was written by a newer huifang than this one; start that one instead")
        }
        guard !isCurrent, mode != .copying else { return }
        if done > 0 {
            tell(.snapshot(try MigrationSnapshot(folder: folder, schema: done).make(of: pool)))
            tell(.changingSchema(from: done, to: migrator.migrations.count))
        }
        try migrator.migrate(pool)
    }
}
