import Foundation
import GRDB

/// The one SQLite file of a company: one process, one writer, every acknowledged commit flushed to disk (RUN-3).
final class AppDatabase: Sendable {
    let audit: AuditTrail
    /// Callbacks to run after the current transaction has committed.
    let effects: CommitEffects
    let health: StorageHealth
    /// The company's clock, which stamps changes when they are stored.
    let clock: CompanyClock
    /// Repeated refusals, counted in memory before they are written (ACC-13).
    let refusals = RefusalFolding()
    private let claims: ClaimStore
    let commits: CommitQueue
    private let pool: DatabasePool
    private let kept = KeptReadings()
    private let place: DatabasePlace
    private let reserve: DiskReserve
    private let lock: DataLock
    private let lookingAgain = LookingAgain()
    private let aside = DispatchQueue(label: "huifang.aside")

    /// Findings from opening it, for the log and for administrators.
    let news: [OpeningNews]

    /// Opens or creates the database in a folder.
    /// - Parameter tell: called with findings, and before a step that takes long.
    /// - Throws: `DataLock.AlreadyInUse` when another process has it, `NotDurable` when SQLite would not flush each
    ///   commit, `CommandError` for any other obstacle.
    init(
        in folder: DataFolder, _ mode: OpeningMode = .making, sessions: SessionLimits = SessionLimits(),
        clock: CompanyClock = CompanyClock(), tell: @escaping (OpeningNews) -> Void = { _ in }
    ) throws {
        self.clock = clock
        effects = CommitEffects()
        commits = CommitQueue(effects: effects)
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
        pool.add(transactionObserver: kept)
        place = try DatabasePlace(at: folder.database)
        reserve = DiskReserve(in: folder)
        if mode == .serving { reserve.keep() }
        self.news = news
    }

    struct NotDurable: Error {}

    /// Runs queries on one consistent snapshot, on the thread of the caller: most take less time than two changes of the
    /// thread would.
    func read<Value: Sendable>(_ query: @Sendable (Database) throws -> Value) async throws -> Value {
        try readNow(query)
    }

    /// A reading that is kept until one of its tables changes; one for each type of value.
    func readKept<Value: Sendable>(
        of tables: KeptReadings.Tables, _ query: @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try kept.value(of: tables) { try readNow(query) }
    }

    /// The same for callers who are not asynchronous.
    func readNow<Value>(_ query: (Database) throws -> Value) throws -> Value { try pool.read(query) }

    /// Runs queries that take long, such as the check of a whole table, one after another on a thread of their own: the
    /// threads that answer requests are as few as the processor's cores, and so are the readers.
    func readAside<Value: Sendable>(_ query: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            aside.async { [pool] in continuation.resume(with: Result { try pool.read(query) }) }
        }
    }

    /// Runs one transaction: when this returns, it is on disk as a whole; when it throws, nothing of it is.
    func write<Value: Sendable>(_ change: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        let before = reserve.timesGivenUp
        do {
            return try await commit(change)
        } catch {
            // Of several that found the disk full together, one makes room for all.
            guard case .full? = StorageTrouble(error), reserve.giveUp() || reserve.timesGivenUp > before
            else { throw error }
            return try await commit(change)
        }
    }

    private func commit<Value: Sendable>(
        _ change: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await commits.commit(change) { carryOutWaiting() }
    }

    /// Carries out one group after another; between them comes who needs the writer for something else.
    private func carryOutWaiting() {
        pool.asyncWriteWithoutTransaction { [self] db in
            let isMore = commits.carryOutGroup(db, after: place.demandInPlace, noting: health.noteWriting)
            if isMore { carryOutWaiting() }
        }
    }

    /// Runs one transaction for a request, after checking its authorisation again inside the transaction (ACC-11).
    /// - Parameter change: gets the stamp with the time of storing.
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

    /// Health check of writing: nil while changes can be stored. After a failure it probes with an empty change that
    /// still has to reach the disk.
    func whatKeepsFromWriting() async -> StorageTrouble? {
        do {
            try place.demandInPlace()
            await lookThroughAgain()
            guard !reserve.isNeeded else { return .full(code: 0) }
            let met = health.all.map(\.trouble)
            // A change found no room: the disk stays full until the reserve would fit, even if a small probe succeeds.
            if let full = met.first(where: \.isFull), !reserve.hasRoom { return full }
            if met.contains(where: \.endsWithWriting) {
                // Not an UPDATE, which writes no page when nothing changes. `user_version` is written even when it
                // stays the same.
                try await commit { db in try db.execute(sql: "PRAGMA user_version = 0") }
            }
            _ = try await read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM company") }
            return nil
        } catch {
            return StorageTrouble(error) ?? .failing(code: 0)
        }
    }

    /// A page that could not be read may have been a passing fault of the disk, so the check is run again.
    private func lookThroughAgain() async {
        guard health.all.contains(where: { $0.trouble == .corrupt }) else { return }
        await lookingAgain.ifDue {
            guard try await readAside({ db in try IntegrityCheck.damage(db) }) == nil else { return }
            health.noteWhole()
        }
    }

    /// Online backup of the running database into a new file.
    /// - Parameter progress: called after every 16 MB with the percentage done; throwing cancels the copy.
    func backUp(to file: URL, progress: @escaping (Int) throws -> Void = { _ in }) throws {
        try DiskFile(making: file).flush()
        let copy = try DatabaseQueue(path: file.path)
        try pool.backup(to: copy, pagesPerStep: 4096) { step in
            try progress(100 * step.completedPageCount / max(1, step.totalPageCount))
        }
        // Without a write-ahead log the copy is a single file that opens on read-only media.
        try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
        try DiskFile(reading: file).flush()
    }

    /// Runs one transaction on the calling thread, for commands without a server.
    func writeNow<Value>(_ change: (Database) throws -> Value) throws -> Value {
        try pool.writeWithoutTransaction { db in try db.carryingOut(effects) { try change(db) } }
    }

    /// Runs statements on the writer that are not allowed in a transaction.
    func withoutTransaction<Value: Sendable>(
        _ work: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        try await pool.writeWithoutTransaction(work)
    }

    /// After bulk writes: refreshes the query planner's statistics and truncates the write-ahead log.
    func settle() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA optimize = 0x10002")
            try db.checkpoint(.truncate)
        }
    }

    /// Closes it with everything in the main file, by a checkpoint of the write-ahead log.
    func close() throws {
        // As a statement: the library's own function traps when the database was closed before.
        try? pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try pool.close()
    }
}
