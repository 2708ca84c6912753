import Foundation

/// Verifies the audit trail, also while the company is being served (ACC-5).
public enum AuditCheck {
    /// Verifies the whole hash chain.
    /// - Returns: whether it is intact, and a sentence that says so or names the broken entry.
    /// - Throws: `CommandError` when there is no company, or its key is missing.
    public static func verify(_ folder: DataFolder) async throws -> (isWhole: Bool, sentence: String) {
        guard folder.hasDatabase else { throw CommandError.noCompany(folder) }
        let database = try CommandError.opening(folder) { try ReadOnlyDatabase(in: folder) }
        let verdict = try await database.read { [audit = database.audit] db in try audit.verify(db) }
        return switch verdict {
        case .whole(let count): (true, "the audit trail is whole: \(count) entries")
        case .changed(let id): (false, "entry \(id) of the audit trail was changed")
        case .missing(let id): (false, "entry \(id) of the audit trail is missing")
        case .cutOff(let after, let of):
            (false, "the tail of the audit trail was cut off: it ends at entry \(after) and should reach \(of)")
        case .headMissing: (false, "audit.head is missing, so a cut-off tail of the audit trail could not be noticed")
        case .slotUnreadable(let count):
            (
                false,
                "the audit trail is whole as far as its \(count) entries go, but one of the two notes in audit.head cannot "
                    + "be read, so the loss of the last entry could not be noticed"
            )
        case .grantUnproven(let id):
            (false, "grant \(id) to read records, or its revocation, is not what the audit trail says")
        }
    }

    /// Resets the chain's head after a loss that was investigated, such as a restored backup; for a company that is not
    /// being served.
    /// - Returns: a sentence about the new head.
    /// - Throws: `CommandError` when an entry was changed or is missing in the middle.
    public static func noteEndAnew(_ folder: DataFolder) async throws -> String {
        let company = try await OpenCompany(in: folder)
        defer { try? company.close() }
        let before = try await verify(folder)
        let id = try await company.database.write { [audit = company.database.audit] db in
            switch try audit.verify(db) {
            case .changed(let id), .missing(let id):
                throw CommandError(
                    "entry \(id) of the audit trail was changed or is missing; that is not mended by a new note")
            case .whole, .cutOff, .headMissing, .slotUnreadable, .grantUnproven:
                return try audit.noteEndAnew(db, .command)
            }
        }
        return "it was: \(before.sentence); noted anew with entry \(id), which says so"
    }
}
