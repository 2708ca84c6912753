import Foundation
import GRDB

/// Who did something, when, and from where; every change and every audit entry carries one.
struct Stamp: Sendable, Hashable {
    let member: Member.ID?
    let at: Date
    let address: String
}

/// The id of one filled form: sent twice, it makes one record (UX-3).
struct SubmissionID: Sendable, Hashable {
    let text: String

    /// - Returns: nil for anything but 16–64 letters, digits, `-` and `_`.
    init?(_ text: String) {
        guard (16...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.text = text
    }

    static func random() -> SubmissionID { SubmissionID(unchecked: Sodium.token(bytes: 18)) }

    private init(unchecked text: String) { self.text = text }
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
    /// - Parameter change: does the work and returns the path where its result is shown.
    /// - Returns: that path; for a submission that was stored before, the path that was answered then.
    func once(
        _ submission: SubmissionID, _ stamp: Stamp, change: @Sendable @escaping (Database) throws -> String
    ) async throws -> String {
        let member = stamp.member ?? 0
        return try await write { db in
            if let known = try Self.answer(db, to: submission, by: member) { return known }
            let location = try change(db)
            try db.execute(
                sql: "INSERT INTO submission (id, member_id, at, location) VALUES (?, ?, ?, ?)",
                arguments: [submission.text, member, stamp.at, location])
            return location
        }
    }
}

extension AppDatabase {
    /// The path that was answered to a submission which was stored before; nil for a new one.
    func answer(to submission: SubmissionID, by member: Member.ID?) async throws -> String? {
        try await read { db in try Self.answer(db, to: submission, by: member ?? 0) }
    }

    private static func answer(_ db: Database, to submission: SubmissionID, by member: Int) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT location FROM submission WHERE member_id = ? AND id = ?",
            arguments: [member, submission.text])
    }
}

/// Somebody else changed the thing since the form was opened (UX-4).
struct StaleVersion: Error {}
