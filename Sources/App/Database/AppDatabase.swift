import Foundation
import GRDB

/// The one SQLite file of a company: one process, one writer, every acknowledged commit on the disk (RUN-3).
final class AppDatabase: Sendable {
    let audit: AuditTrail
    /// What is to be done once the transaction that is under way is on the disk.
    let effects = CommitEffects()
    let health: StorageHealth
    /// The company's moment, to which changes are stamped when they are stored.
    let clock: CompanyClock
    /// Refusals that are counted before they are written (ACC-13).
    let refusals = RefusalFolding()
    private let claims: ClaimStore
    private let pool: DatabasePool
    private let place: DatabasePlace
    private let reserve: DiskReserve
    private let lock: DataLock
    private let lookingAgain = LookingAgain()

    /// What was found while it was opened, for the log and for who looks after the company.
    let news: [OpeningNews]

    /// Opens, or makes, the database in a folder.
    /// - Parameter tell: called before what lasts, and with what was found.
    /// - Throws: `DataLock.AlreadyInUse` when another process has it, `NotDurable` when SQLite would not flush each
    ///   commit, `CommandError` in words for everything else that stands in the way.
    init(
        in folder: DataFolder, _ mode: OpeningMode = .making, sessions: SessionLimits = SessionLimits(),
        clock: CompanyClock = CompanyClock(), tell: @escaping (OpeningNews) -> Void = { _ in }
    ) throws {
        self.clock = clock
        health = StorageHealth(now: { clock.now })
        claims = ClaimStore(limits: sessions)
        var news: [OpeningNews] = []
        let note: (OpeningNews) -> Void = { one in
            news.append(one)
            tell(one)
        }
        let closed = try FolderRights.putRight(folder)
        if closed > 0 { note(.closedToOthers(files: closed)) }
        guard mode == .making || folder.hasDatabase else { throw CommandError.noCompany(folder) }
        lock = try DataLock(folder)
        if mode != .making { try Unfinished.refuse(folder) }
        audit = try AuditTrail(folder, effects: effects)
        pool = try DatabaseOpening(folder: folder, mode: mode, tell: note).open()
        place = try DatabasePlace(at: folder.database)
        reserve = DiskReserve(in: folder)
        if mode == .serving { reserve.keep() }
        self.news = news
    }

    struct NotDurable: Error {}

    /// Runs queries on one consistent snapshot.
    func read<Value: Sendable>(_ query: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await pool.read(query)
    }

    /// Runs one transaction: all of it is on the disk when this returns, or none of it ever will be.
    func write<Value: Sendable>(_ change: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        do {
            return try await commit(change)
        } catch {
            guard case .full? = StorageTrouble(error), reserve.giveUp() else { throw error }
            return try await commit(change)
        }
    }

    private func commit<Value: Sendable>(
        _ change: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await pool.writeWithoutTransaction { [effects, place, health] db in
            try place.demandInPlace()
            let value = try effects.carryingOut(in: db) { try change(db) }
            health.noteWriting()
            return value
        }
    }

    /// Runs one transaction for somebody, after proving inside it that they may still ask for it (ACC-11).
    /// - Parameter change: is handed the stamp of the moment in which it is stored.
    /// - Throws: `Refusal.signInRequired` when the session has ended meanwhile, `Refusal.forbidden` when roles changed.
    func write<Value: Sendable>(
        _ stamp: Stamp, _ change: @Sendable @escaping (Database, Stamp) throws -> Value
    ) async throws -> Value {
        let proven: @Sendable (Database) throws -> Value = { [claims, clock] db in
            try change(db, try claims.prove(stamp, db, at: Moment.stored(clock.now)))
        }
        if stamp.isVital { return try await write(proven) }
        guard !reserve.isNeeded else { throw StorageTrouble.full(code: 0) }
        return try await commit(proven)
    }

    /// Nil while changes can be stored. After a failure it tries with a change that changes nothing, which has to reach
    /// the disk all the same.
    func whatKeepsFromWriting() async -> StorageTrouble? {
        do {
            try place.demandInPlace()
            await lookThroughAgain()
            guard !reserve.isNeeded else { return .full(code: 0) }
            let met = health.all.map(\.trouble)
            // Somebody's words found no room: that a smaller change would find some is no comfort to them.
            if let full = met.first(where: \.isFull), !reserve.hasRoom { return full }
            if met.contains(where: \.endsWithWriting) {
                // Not an UPDATE: one that leaves a row as it is writes no page. The version is written even when it stays.
                try await commit { db in try db.execute(sql: "PRAGMA user_version = 0") }
            }
            _ = try await read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM company") }
            return nil
        } catch {
            return StorageTrouble(error) ?? .failing(code: 0)
        }
    }

    /// A page that could not be read may have been the disk's fault, and be over.
    private func lookThroughAgain() async {
        guard health.all.contains(where: { $0.trouble == .corrupt }) else { return }
        await lookingAgain.ifDue {
            guard try await pool.read({ db in try IntegrityCheck.damage(db) }) == nil else { return }
            health.noteWhole()
        }
    }

    /// Copies the running database, consistently, into a new file of ours.
    /// - Parameter progress: called after each 16 MB with the part that is done, in percent; what it throws ends the copy.
    func backUp(to file: URL, progress: @escaping (Int) throws -> Void = { _ in }) throws {
        try DiskFile(making: file).flush()
        let copy = try DatabaseQueue(path: file.path)
        try pool.backup(to: copy, pagesPerStep: 4096) { step in
            try progress(100 * step.completedPageCount / max(1, step.totalPageCount))
        }
        // Without a log of its own the copy is one file, which can be read where nothing may be written.
        try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
        try DiskFile(reading: file).flush()
    }

    /// Runs one transaction on the calling thread, for commands that serve nobody meanwhile.
    func writeNow<Value>(_ change: (Database) throws -> Value) throws -> Value {
        try pool.writeWithoutTransaction { db in try effects.carryingOut(in: db) { try change(db) } }
    }

    /// Runs statements on the writer that cannot stand in a transaction.
    func withoutTransaction<Value: Sendable>(
        _ work: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await pool.writeWithoutTransaction(work)
    }

    /// After much was written: statistics for the query planner, and a short write-ahead log.
    func settle() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA optimize = 0x10002")
            try db.checkpoint(.truncate)
        }
    }

    /// Closes it with everything in the one file: what is left in the write-ahead log is lost with it.
    func close() throws {
        // As a statement: the library's own call ends the process when it was closed before.
        try? pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try pool.close()
    }
}
