import Foundation
import GRDB

/// The id of one filled form: sent twice, it makes one record (UX-3).
struct SubmissionID: Sendable, Hashable {
    let text: String
    /// What it is good for; `.anything` where no request brought it.
    let binding: Binding

    /// - Returns: nil for anything but 16–64 letters, digits, `-` and `_`.
    init?(_ text: String, for binding: Binding = .anything) {
        guard (16...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.text = text
        self.binding = binding
    }

    static func random() -> SubmissionID { SubmissionID(unchecked: Sodium.token(bytes: 18)) }

    private init(unchecked text: String) {
        self.text = text
        binding = .anything
    }

    /// The form that was filled: to which address it was sent, and what was typed. The same id with another binding is
    /// no second arrival but another form, so it is never answered with what the first one got (ACC-12).
    struct Binding: Sendable, Hashable {
        /// Digests, as addresses may hold tokens.
        let address: String
        let content: String

        static let anything = Binding(address: "", content: "")

        init(method: String, path: String, fields: [String: [String]]) {
            address = Sodium.sha256("\(method) \(path)".utf8)
            let unbound = Self.unbound.union(SecretFields.names)
            let typed = fields.filter { !unbound.contains($0.key) }.sorted { $0.key < $1.key }
            // Every text is preceded by its length, so that no two different forms read the same.
            content = Sodium.sha256(
                typed.flatMap { name, values in
                    ([name] + values).flatMap { Array("\($0.utf8.count):\($0)".utf8) } + Array(";".utf8)
                })
        }

        private init(address: String, content: String) {
            self.address = address
            self.content = content
        }

        /// What differs between two showings of one form.
        private static let unbound: Set = ["submission", "opened", SameOpener.field]
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}

extension AppDatabase {
    /// Makes one change once: the rows, the audit entries and the submission's id are stored together or not at all.
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
            let member = stamp.member ?? 0
            if let known = try Self.answer(db, to: submission, by: member) {
                return SubmissionResult(path: known, isFirst: false)
            }
            let location = try change(db, stamp)
            try db.execute(
                sql: """
                    INSERT INTO submission (id, member_id, at, location, address_digest, content_digest)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    submission.text, member, stamp.at, location, submission.binding.address,
                    submission.binding.content,
                ])
            return SubmissionResult(path: location, isFirst: true)
        }
    }

    /// The path that was answered to a form which was stored before; nil for a new one.
    /// - Throws: `Refusal.conflict` when the id was stored with another form.
    func answer(to submission: SubmissionID, by member: Member.ID?) async throws -> String? {
        try await read { db in try Self.answer(db, to: submission, by: member ?? 0) }
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

/// Where a change is shown, and whether this arrival of the form made it.
struct SubmissionResult: Sendable, Hashable {
    let path: String
    let isFirst: Bool
}

/// Somebody else changed the thing since the form was opened (UX-4).
struct StaleVersion: Error {}
