import Foundation
import GRDB

extension AppDatabase {
    /// Idempotent change: rows, audit entries and the idempotency key are committed together or not at all.
    ///
    /// The answer is stored with the key, as is usual: sending the form again leads to the same page as the first time,
    /// even if an upgrade or other rights would lead elsewhere by now. The path is known only inside the transaction,
    /// so stores return where their result is shown.
    /// - Parameter change: does the work, with the stamp of the time of storing, and returns the path of the result.
    /// - Returns: that path; for a form that was stored before, the path that was answered then.
    /// - Throws: `Refusal` as `write` does; `Refusal.conflict` when the key was used for another form.
    func once(
        _ submission: SubmissionID, _ stamp: Stamp,
        change: @Sendable @escaping (Database, Stamp) throws -> String
    ) async throws -> String {
        try await noting(submission, stamp, change: change).path
    }

    /// Like `once`, and tells whether this call made the change or an earlier one.
    func noting(
        _ submission: SubmissionID, _ stamp: Stamp,
        change: @Sendable @escaping (Database, Stamp) throws -> String
    ) async throws -> SubmissionResult {
        try await write(stamp) { db, stamp in
            let member = stamp.member?.number ?? 0
            if let known = try Self.answer(db, to: submission, by: member) {
                return SubmissionResult(path: known, isFirst: false)
            }
            let location = try change(db, stamp)
            try db.execute(
                cached: """
                    INSERT INTO submission (id, member_id, at, location, address_digest, content_digest)
                    VALUES (:id, :member, :at, :location, :addressDigest, :contentDigest)
                    """,
                arguments: [
                    "id": submission.text, "member": member, "at": stamp.at, "location": location,
                    "addressDigest": submission.binding.address, "contentDigest": submission.binding.content,
                ])
            return SubmissionResult(path: location, isFirst: true)
        }
    }

    /// The stored answer to a form; nil for a new one.
    /// - Throws: `Refusal.conflict` when the key was used for another form.
    func answer(to submission: SubmissionID, by member: Member.ID?) async throws -> String? {
        try await read { db in try Self.answer(db, to: submission, by: member?.number ?? 0) }
    }

    private static func answer(_ db: Database, to submission: SubmissionID, by member: Int) throws -> String? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT location, address_digest = ? AND content_digest = ? AS is_same FROM submission
                WHERE member_id = ? AND id = ?
                """,
            arguments: [submission.binding.address, submission.binding.content, member, submission.text])
        guard let row else { return nil }
        guard try row.value("is_same") else { throw Refusal.conflict("submission-used") }
        return try row.value("location")
    }
}
