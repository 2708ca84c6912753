import Forms
import Foundation
import GRDB
import Rulebooks

extension IssueStore {
    /// Raises an issue from the form.
    func raise(_ issue: RaisedIssue, _ submission: SubmissionID, _ stamp: Stamp) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, rules, zone] db, stamp in
            Paths.issue(try Self.raise(db, audit, issue, under: rules.current, in: zone, stamp))
        }
    }

    /// Raises an issue, inside the transaction of the record that it comes from (ISS-1).
    /// - Parameter stamp: without a member when the customer wrote it; then nobody has taken it.
    static func raise(
        _ db: Database, _ audit: AuditTrail, _ issue: RaisedIssue, under rules: PlanningRules, in zone: TimeZone,
        _ stamp: Stamp
    ) throws -> CustomerIssue.ID {
        let id = try insert(db, issue, under: rules, in: zone, stamp)
        let step = IssueStep(kind: .happening(.raised(category: issue.category)), at: issue.raisedAt ?? stamp.at)
        try insert(db, step, of: id, stamp)
        let clock = IssueClock(
            [step].compactMap(\.event), urgency: issue.urgency, under: IssueTerms(rules.rulebook, rules.calendar),
            in: zone)
        try set(db, clock, of: id, at: stamp.at)
        for earlier in issue.sameAs where earlier < id {
            guard try isSeen(db, earlier, by: stamp.member) else { throw Refusal.notFound }
            try link(db, id, to: earlier)
        }
        if issue.isComplaint, let customer = issue.customer { try markAsKey(db, customer) }
        try audit.append(db, .issueRaised, .issue(id, project: issue.project), stamp)
        return id
    }

    /// Adds the customer's later words, for the person who answers.
    /// - Returns: false when the issue is closed, so that a new one has to be raised.
    static func add(
        _ db: Database, _ audit: AuditTrail, _ words: String, to id: CustomerIssue.ID, _ stamp: Stamp
    ) throws -> Bool {
        guard let issue = try fetch(db, id), issue.isOpen else { return false }
        let step = IssueStep(kind: .customerAdded, at: stamp.at, text: words)
        try insert(db, step, of: id, stamp)
        try audit.append(db, .issueStep, .issue(id, project: issue.project?.id), stamp, detail: ["step": step.name])
        return true
    }

    private static func insert(
        _ db: Database, _ issue: RaisedIssue, under rules: PlanningRules, in zone: TimeZone, _ stamp: Stamp
    ) throws -> CustomerIssue.ID {
        try db.execute(
            cached: """
                INSERT INTO issue (number, customer_id, project_id, source, source_id, words, caller_name, caller_phone,
                    is_complaint, category, urgency, duty, concerned_id, taken_by, owner_id, raised_at, terms_id, state)
                VALUES (:number, :customer, :project, :source, :sourceID, :words, :callerName, :callerPhone,
                    :isComplaint, :category, :urgency, :duty, :concerned, :takenBy, :owner, :raisedAt, :terms, :state)
                """,
            arguments: [
                "number": try DailyNumber.next(db, "WT", of: .issue, on: Day(stamp.at, in: zone)),
                "customer": issue.customer, "project": issue.project, "source": issue.source.rawValue,
                "sourceID": issue.sourceID, "words": issue.words, "callerName": issue.callerName,
                "callerPhone": issue.callerPhone, "isComplaint": issue.isComplaint, "category": issue.category,
                "urgency": issue.urgency.rawValue, "duty": issue.concerned?.duty.rawValue,
                "concerned": issue.concerned?.memberID, "takenBy": stamp.member, "owner": stamp.member ?? issue.owner,
                "raisedAt": issue.raisedAt ?? stamp.at, "terms": try terms(db, rules), "state": IssueState.new.rawValue,
            ])
        return db.lastInsertedID()
    }

    /// Nobody can mark an issue as important that is outside their scope (ACC-12); customers have no scope.
    private static func isSeen(_ db: Database, _ id: CustomerIssue.ID, by member: Member.ID?) throws -> Bool {
        guard let member else { return true }
        guard let member = try MemberStore.fetch(db, member) else { return false }
        return try fetch(db, id, visibleTo: member) != nil
    }

    /// Links a duplicate in both directions, so that both are important (ISS-5).
    private static func link(_ db: Database, _ id: CustomerIssue.ID, to earlier: CustomerIssue.ID) throws {
        try db.execute(
            cached: "INSERT INTO issue_link (issue_id, earlier_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [id, earlier])
        try db.execute(cached: "UPDATE issue SET is_important = 1 WHERE id IN (?, ?)", arguments: [id, earlier])
    }

    /// A customer who complains is marked as a key customer (ARC-1).
    static func markAsKey(_ db: Database, _ customer: Customer.ID) throws {
        try db.execute(cached: "UPDATE customer SET is_key = 1 WHERE id = ? AND is_key = 0", arguments: [customer])
        guard db.changesCount == 1 else { return }
        try CustomerStore.refreshIndex(db, customer)
    }

    /// The terms in force, stored once and shared by all issues under them.
    private static func terms(_ db: Database, _ rules: PlanningRules) throws -> Int {
        let text = try IssueTerms(rules.rulebook, rules.calendar).text
        let known = try Int.fetchOne(
            db, cached: "SELECT id FROM issue_terms WHERE terms = ?", arguments: [text])
        if let known { return known }
        try db.execute(cached: "INSERT INTO issue_terms (terms) VALUES (?)", arguments: [text])
        return Int(db.lastInsertedRowID)
    }
}
