import Foundation

/// The append-only, hash-chained audit trail of who did and read what (ACC-5).
///
/// Each entry's hash is keyed and covers its predecessor's. Key and head lie outside the database, so that write access
/// to the database file alone allows neither forging an entry nor truncating the chain unnoticed.
struct AuditTrail: Sendable {
    private let key: [UInt8]
    private let head: AuditHead
    private let effects: CommitEffects

    /// - Parameter effects: the after-commit callbacks of the trail's database.
    init(_ folder: DataFolder, effects: CommitEffects = CommitEffects()) throws {
        key = try AuditKey.loadOrMake(in: folder)
        head = AuditHead(file: folder.auditHead, key: key)
        self.effects = effects
    }

    /// Appends an entry inside the transaction of the change: both are committed, or neither.
    func append(
        _ db: Transaction, _ action: AuditAction, _ subject: AuditSubject, _ stamp: Stamp, grant: AccessGrant.ID? = nil,
        detail: [String: String] = [:]
    ) throws {
        let last = try AuditLink.fetchLast(db)
        var link = AuditLink(
            id: (last?.id ?? 0) + 1, at: AuditLink.text(stamp.at), memberID: stamp.member, action: action.rawValue,
            subjectKind: subject.kind, subjectID: subject.id, projectID: subject.projectID, grantID: grant,
            address: stamp.address, detail: AuditLink.text(detail), hash: "")
        link.hash = link.seal(after: last?.hash ?? "", key: key)
        try link.insert(db)
        guard try isOnChain(head.noted, db, isFirst: last == nil) else { return }
        let (id, hash) = (link.id, link.hash)
        effects.add { [head] in head.note(id: id, hash: hash) }
    }

    /// Whether the chain contains the head's entry; a non-empty chain without a head has lost it.
    private func isOnChain(_ noted: AuditHead.Note?, _ db: Transaction, isFirst: Bool) throws -> Bool {
        guard let noted else { return isFirst }
        return try AuditLink.fetchHash(db, of: noted.id) == noted.hash
    }

    /// The same, for a health check; cheap, unlike `verify`.
    func isNoted(_ db: Transaction) throws -> Bool {
        try isOnChain(head.noted, db, isFirst: try AuditLink.fetchLast(db) == nil)
    }

    /// Retries a failed write of the head.
    /// - Returns: whether the file is up to date.
    func catchUp() -> Bool { head.catchUp() }

    /// Verifies the whole chain.
    func verify(_ db: Transaction) throws -> AuditVerdict {
        let noted = head.read()
        var last: (id: Int, hash: String) = (0, "")
        var headIsThere = noted == nil || noted?.id == 0
        var flaw: AuditVerdict?
        try AuditLink.forEach(db) { link in
            if link.id != last.id + 1 {
                flaw = .missing(last.id + 1)
            } else if link.seal(after: last.hash, key: key) != link.hash {
                flaw = .changed(link.id)
            }
            if let noted, noted.id == link.id, noted.hash == link.hash { headIsThere = true }
            last = (link.id, link.hash)
            return flaw == nil
        }
        if let flaw { return flaw }
        if noted == nil && last.id > 0 { return .headMissing }
        guard headIsThere else { return Self.lost(noted?.id ?? 0, endingAt: last.id) }
        if let grant = try GrantCheckStore.firstUnproven(db) { return .grantUnproven(grant) }
        return head.hasLostSlot ? .slotUnreadable(count: last.id) : .whole(count: last.id)
    }

    /// Resets the head after an investigated loss, and audits that.
    /// - Returns: the number of the new entry.
    func noteEndAnew(_ db: Transaction, _ stamp: Stamp) throws -> Int {
        let noted = head.noted.map { String($0.id) } ?? "-"
        try append(db, .headNotedAnew, .company, stamp, detail: ["noted": noted])
        guard let last = try AuditLink.fetchLast(db) else { return 0 }
        effects.add { [head] in head.noteAnew(id: last.id, hash: last.hash) }
        return last.id
    }

    /// The head's entry is missing: the chain was truncated, and perhaps went on afterwards.
    private static func lost(_ noted: Int, endingAt last: Int) -> AuditVerdict {
        .cutOff(after: min(last, noted - 1), of: noted)
    }
}

/// Result of verifying the audit trail.
enum AuditVerdict: Sendable, Hashable {
    case whole(count: Int)
    case changed(Int)
    case missing(Int)
    case cutOff(after: Int, of: Int)
    /// The head is gone, so a truncation would go unnoticed.
    case headMissing
    /// Entries are intact as far as can be verified; one of the head's two slots is unreadable, so the loss of the very
    /// last entry would go unnoticed.
    case slotUnreadable(count: Int)
    /// A grant or its revocation does not match its audit entries.
    case grantUnproven(AccessGrant.ID)
}
