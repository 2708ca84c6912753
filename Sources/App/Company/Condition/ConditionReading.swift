import Foundation

/// Looks at the data and the machine: for `/health`, for administrators, and for whoever runs the server (RUN-4).
struct ConditionReading: Sendable {
    let folder: DataFolder
    let clock: CompanyClock
    let audit: AuditStore
    let database: AppDatabase
    let attachments: AttachmentFolder
    let foundedAt: Date
    /// Seconds after which a missing backup is told.
    let backupAge: TimeInterval

    /// Below this many free bytes the disk is said to be nearly full.
    static let leastRoom = 64 << 20

    var backup: BackupCondition {
        BackupCondition(BackupAge(of: folder), foundedAt: foundedAt, at: clock.now, limit: backupAge)
    }

    /// Whether administrators are to be told on every page. Unlike `look` it writes nothing, and asks for what is cheap.
    func needsSeeingTo() async -> Bool {
        let isQuiet = clock.doubt == nil && database.health.all.isEmpty && backup.isFine && attachments.isThere
        guard isQuiet, !CompanyCondition.isNearlyFull(free: FreeSpace.bytes(at: folder.url)) else { return true }
        return (try? await audit.isNoted()) != true
    }

    func look() async -> CompanyCondition {
        let writing = await database.whatKeepsFromWriting()
        let isNoted = database.audit.catchUp() ? try? await audit.isNoted() : nil
        return CompanyCondition(
            writing: writing, findings: database.health.all, free: FreeSpace.bytes(at: folder.url),
            databaseBytes: folder.databaseFiles.compactMap { FileFacts($0)?.bytes }.reduce(0, +),
            isTrailNoted: isNoted, hasAttachments: attachments.isThere,
            backup: backup,
            clock: clock.doubt)
    }
}

/// What was seen.
struct CompanyCondition: Sendable {
    /// What keeps changes from being stored; nil while they are.
    let writing: StorageTrouble?
    let findings: [StorageHealth.Finding]
    /// Bytes.
    let free: Int?
    let databaseBytes: Int
    /// Whether the audit trail still has the entry that was noted beside it; nil when it could not be read.
    let isTrailNoted: Bool?
    let hasAttachments: Bool
    let backup: BackupCondition
    let clock: ClockDoubt?

    /// What whoever looks after the server should make of it.
    enum Verdict: String, Sendable {
        case ok
        /// All of the work is done; what will go wrong later, or was done badly before, has to be seen to.
        case attention
        /// Some of the work is not done.
        case failing
    }

    var verdict: Verdict {
        if writing != nil || isTrailNoted != true || !hasAttachments || clock != nil || hasDamage { return .failing }
        return isNearlyFull || !backup.isFine ? .attention : .ok
    }

    var isNearlyFull: Bool { Self.isNearlyFull(free: free) }

    static func isNearlyFull(free: Int?) -> Bool { free.map { $0 < ConditionReading.leastRoom } ?? false }

    var hasDamage: Bool { findings.contains { !$0.trouble.endsWithWriting } }
}
