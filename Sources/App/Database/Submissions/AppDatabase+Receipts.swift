import GRDB

extension AppDatabase {
    /// Whether a filled form was stored, of whoever is signed in or of a stranger; what a browser keeps of it may then go
    /// (UX-10). The id is the secret of who filled the form.
    func isStored(_ submission: SubmissionID, of member: Member.ID?) async throws -> Bool {
        try await read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM submission WHERE id = ? AND member_id IN (0, ?))",
                arguments: [submission.text, member ?? 0]) ?? false
        }
    }
}
