import Foundation

/// The proof that the audit trail is as it was written, also while the company is being served (ACC-5).
public enum AuditCheck {
    /// Walks the whole chain.
    /// - Returns: whether it is whole, and a sentence that says so or names the entry where it is not.
    /// - Throws: `Trouble` when there is no company, or its key is missing.
    public static func verify(_ folder: DataFolder) async throws -> (isWhole: Bool, sentence: String) {
        guard folder.hasDatabase else { throw Trouble.noCompany(folder) }
        let database = try Trouble.opening(folder) { try ReadOnlyDatabase(in: folder) }
        let verdict = try await database.read { [audit = database.audit] db in try audit.verify(db) }
        return switch verdict {
        case .whole(let count): (true, "the audit trail is whole: \(count) entries")
        case .changed(let id): (false, "entry \(id) of the audit trail was changed")
        case .missing(let id): (false, "entry \(id) of the audit trail is missing")
        case .cutOff(let after, let of):
            (false, "the tail of the audit trail was cut off: it ends at entry \(after) and should reach \(of)")
        case .headMissing: (false, "audit.head is missing, so a cut-off tail of the audit trail could not be noticed")
        }
    }
}
