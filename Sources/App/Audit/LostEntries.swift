import Foundation

/// Audit entries that were committed and are gone: a lost write-ahead log takes acknowledged commits with it, and only
/// the chain's head beside the database still knows (RUN-3).
struct LostEntries: Error, Sendable, Hashable {
    /// The number of the head's entry.
    let noted: Int
    /// The last entry in the chain.
    let last: Int

    /// Compares the end of the chain with the head, without verifying the chain.
    static func find(_ db: Transaction, in folder: DataFolder) throws -> LostEntries? {
        let head = AuditHead(file: folder.auditHead, key: try AuditKey.loadOrMake(in: folder))
        guard let noted = head.read(), try AuditLink.fetchHash(db, of: noted.id) != noted.hash else { return nil }
        return LostEntries(noted: noted.id, last: try AuditLink.fetchLast(db)?.id ?? 0)
    }

    var sentence: String {
        last < noted
            ? "the database ends at entry \(last) of the audit trail and audit.head names entry \(noted): what was saved in between is gone, or the two are not of one moment"
            : "entry \(noted) of the audit trail is not the one that audit.head names: the two are not of one company or one moment"
    }
}
