import GRDB

extension AppDatabase {
    /// Whether this person's form (or a stranger's) was stored, so that the browser can drop its draft (UX-10). The key
    /// is the secret of the browser that sent the form.
    func isStored(_ submission: SubmissionID, of member: Member.ID?) async throws -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, cached: "SELECT EXISTS (SELECT 1 FROM submission WHERE id = ? AND member_id IN (0, ?))",
                arguments: [submission.text, member ?? 0]) ?? false
        }
    }
}
