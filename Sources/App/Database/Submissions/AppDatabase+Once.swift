import Foundation
import GRDB

extension AppDatabase {
    /// An idempotent change: the rows, the audit entries and the submission's id are stored together or not at all.
    ///
    /// With the id goes the answer itself, as is usual for idempotency keys, and not what it was made of: whoever sends the
    /// form again is led to the very place that they were led to first, also when an upgrade or their rights would have it
    /// elsewhere by now. It is known inside the transaction alone, so stores say where their result is shown.
    /// - Parameter change: does the work with the stamp of this very moment, and returns the path where its result is
    ///   shown.
    /// - Returns: that path; for the same form that was stored before, the path that was answered then.
    /// - Throws: `Refusal` as `write` does; `Refusal.conflict` when the id was stored with another form.
    func once(
        _ submission: SubmissionID, _ stamp: Stamp,
        change: @Sendable @escaping (Database, Stamp) throws -> String
    ) async throws -> String {
        try await noting(submission, stamp, change: change).path
    }

    /// Like `once`, and tells whether the change was made now or at an earlier arrival.
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
                sql: """
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

    /// The path that was answered to a form which was stored before; nil for a new one.
    /// - Throws: `Refusal.conflict` when the id was stored with another form.
    func answer(to submission: SubmissionID, by member: Member.ID?) async throws -> String? {
        try await read { db in try Self.answer(db, to: submission, by: member?.number ?? 0) }
    }

    private static func answer(_ db: Database, to submission: SubmissionID, by member: Int) throws -> String? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT location, address_digest = ? AND content_digest = ? AS is_same FROM submission
                    WHERE member_id = ? AND id = ?
                    """),
            arguments: [submission.binding.address, submission.binding.content, member, submission.text])
        guard let row else { return nil }
        guard try row.value("is_same") else { throw Refusal.conflict("submission-used") }
        return try row.value("location")
    }
}
