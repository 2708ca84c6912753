import Forms
import Foundation
import GRDB

extension IssueStore {
    /// Writes down what somebody raised, inside the transaction of whatever it came up in (ISS-1).
    /// - Parameter stamp: without a member where the customer wrote it; nobody has taken it then.
    static func raise(
        _ db: Transaction, _ audit: AuditTrail, _ issue: RaisedIssue, under books: Books, in zone: TimeZone,
        _ stamp: Stamp
    ) throws -> CustomerIssue.ID {
        let raisedAt = issue.raisedAt ?? stamp.at
        try db.cachedStatement(
            sql: """
                INSERT INTO issue (number, customer_id, project_id, source, source_id, words, caller_name, caller_phone,
                    is_complaint, category, urgency, duty, concerned_id, taken_by, owner_id, raised_at, terms_id, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'new')
                """
        ).execute(arguments: [
            try nextNumber(db, on: Day(stamp.at, in: zone)), issue.customer, issue.project, issue.source.rawValue,
            issue.sourceID, issue.words, issue.callerName, issue.callerPhone, issue.isComplaint, issue.category,
            issue.urgency.rawValue, issue.concerned?.duty.rawValue, issue.concerned?.memberID, stamp.member,
            stamp.member, raisedAt, try terms(db, books),
        ])
        let id = Int(db.lastInsertedRowID)
        try db.cachedStatement(
            sql: """
                INSERT INTO issue_event (issue_id, number, kind, at, by_id, category) VALUES (?, 1, 'raised', ?, ?, ?)
                """
        ).execute(arguments: [id, raisedAt, stamp.member, issue.category])
        try audit.append(db, .issueRaised, .issue(id, project: issue.project), stamp)
        return id
    }

    /// The terms in force, kept once however many issues go by them.
    private static func terms(_ db: Database, _ books: Books) throws -> Int {
        let text = "{}"
        let known = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM issue_terms WHERE terms = ?"), arguments: [text])
        if let known { return known }
        try db.execute(sql: "INSERT INTO issue_terms (terms) VALUES (?)", arguments: [text])
        return Int(db.lastInsertedRowID)
    }

    /// WT20261124-01, the next one WT20261124-02: people say them on the phone.
    private static func nextNumber(_ db: Database, on day: Day) throws -> String {
        let prefix = "WT" + day.description.replacing("-", with: "") + "-"
        let last = try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM issue WHERE number >= ? AND number < ?"),
            arguments: [prefix.count + 1, prefix, prefix + ":"])
        let next = String((last ?? 0) + 1)
        return prefix + (next.count < 2 ? "0" + next : next)
    }
}
