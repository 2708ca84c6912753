import Foundation

/// Health checks of data and machine: for `/health`, for administrators, and for the operator (RUN-4).
struct ConditionReading: Sendable {
    let folder: DataFolder
    let clock: CompanyClock
    let audit: AuditStore
    let database: AppDatabase
    let attachments: AttachmentFolder
    let foundedAt: Date
    /// Seconds without a backup before a warning.
    let backupAge: TimeInterval

    /// Free bytes below which the disk counts as nearly full.
    static let leastRoom = 64 << 20

    var backup: BackupCondition {
        BackupCondition(BackupAge(of: folder), foundedAt: foundedAt, at: clock.now, limit: backupAge)
    }

    /// Whether every page shows administrators a warning. Unlike `look` it writes nothing, and runs cheap checks only.
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

/// The results of the checks.
struct CompanyCondition: Sendable {
    /// What prevents storing changes; nil when nothing does.
    let writing: StorageTrouble?
    let findings: [StorageHealth.Finding]
    /// Free bytes; nil when unknown.
    let free: Int?
    let databaseBytes: Int
    /// Whether the chain contains the head's entry; nil when it could not be read.
    let isTrailNoted: Bool?
    let hasAttachments: Bool
    let backup: BackupCondition
    let clock: ClockDoubt?

    /// Overall verdict for the operator.
    enum Verdict: String, Sendable {
        case ok
        /// Everything works, but something needs attention or will fail later.
        case attention
        /// Something does not work.
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
