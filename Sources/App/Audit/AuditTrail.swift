import Foundation

/// The append-only, hash-chained list of who did and read what (ACC-5).
///
/// Each entry's hash is keyed and covers the hash before it. The key and the note of the latest entry lie outside the
/// database, so that whoever can write to the file alone can neither forge an entry nor cut off the tail unnoticed.
struct AuditTrail: Sendable {
    private let key: [UInt8]
    private let head: AuditHead
    private let effects: CommitEffects

    /// - Parameter effects: of the database that the trail lies in.
    init(_ folder: DataFolder, effects: CommitEffects = CommitEffects()) throws {
        key = try AuditKey.loadOrMake(in: folder)
        head = AuditHead(file: folder.auditHead, key: key)
        self.effects = effects
    }

    /// Adds an entry inside the transaction of what it tells about: both are stored, or neither.
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

    /// Whether the chain still holds the noted entry; a trail that has begun without a note has lost it.
    private func isOnChain(_ noted: AuditHead.Note?, _ db: Transaction, isFirst: Bool) throws -> Bool {
        guard let noted else { return isFirst }
        return try AuditLink.fetchHash(db, of: noted.id) == noted.hash
    }

    /// Whether the chain still holds the noted entry; cheap, where `verify` walks it all.
    func isNoted(_ db: Transaction) throws -> Bool {
        try isOnChain(head.noted, db, isFirst: try AuditLink.fetchLast(db) == nil)
    }

    /// Writes the note that the disk has refused before, if it takes it now.
    /// - Returns: whether the file holds what it should.
    func catchUp() -> Bool { head.catchUp() }

    /// Walks the whole chain and says whether it is as it was written.
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

    /// Notes the end of the trail anew, after a loss that was looked into; that it was done is an entry itself.
    /// - Returns: the number of that entry.
    func noteEndAnew(_ db: Transaction, _ stamp: Stamp) throws -> Int {
        let noted = head.noted.map { String($0.id) } ?? "-"
        try append(db, .headNotedAnew, .company, stamp, detail: ["noted": noted])
        guard let last = try AuditLink.fetchLast(db) else { return 0 }
        effects.add { [head] in head.noteAnew(id: last.id, hash: last.hash) }
        return last.id
    }

    /// The noted entry is not there: the chain ends before it, or was cut off before it and then went on.
    private static func lost(_ noted: Int, endingAt last: Int) -> AuditVerdict {
        .cutOff(after: min(last, noted - 1), of: noted)
    }
}

/// What a walk along the audit trail found.
enum AuditVerdict: Sendable, Hashable {
    case whole(count: Int)
    case changed(Int)
    case missing(Int)
    case cutOff(after: Int, of: Int)
    /// The note of the latest entry is gone, so a cut-off tail could not be noticed.
    case headMissing
    /// All entries are there as far as can be told; one of the two notes of the end is unreadable, so that the loss of
    /// the very last entry could not be noticed.
    case slotUnreadable(count: Int)
    /// A grant, or its revocation, is not what its entries say.
    case grantUnproven(AccessGrant.ID)
}
