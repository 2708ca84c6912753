import Foundation

/// Looks at the data and the machine: for `/health`, for administrators, and for whoever runs the server (RUN-4).
struct ConditionReading: Sendable {
    let folder: DataFolder
    let clock: CompanyClock
    let audit: AuditStore
    let database: AppDatabase

    /// Below this many free bytes the disk is said to be nearly full.
    static let leastRoom = 64 << 20

    func look() async -> CompanyCondition {
        let writing = await database.whatKeepsFromWriting()
        let isNoted = try? await audit.isNoted()
        return CompanyCondition(
            writing: writing, findings: database.health.all, free: FreeSpace.bytes(at: folder.url),
            isTrailNoted: isNoted,
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
    /// Whether the audit trail still has the entry that was noted beside it; nil when it could not be read.
    let isTrailNoted: Bool?
    let clock: ClockDoubt?

    var isNearlyFull: Bool { free.map { $0 < ConditionReading.leastRoom } ?? false }

    /// Whether whoever watches over the server has to come.
    var isGood: Bool { writing == nil && isTrailNoted == true && clock == nil && !hasDamage }
    var hasDamage: Bool { findings.contains { !$0.trouble.endsWithWriting } }
}
