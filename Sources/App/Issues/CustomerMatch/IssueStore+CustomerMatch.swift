import Forms
import GRDB

/// Matches issues raised by strangers to customers.
extension IssueStore {
    /// Customers found by a text, each with their latest projects; once the customer is known, only that one's
    /// projects.
    func candidates(for issue: CustomerIssue, foundBy text: String, _ member: Member) async throws -> [IssueCustomer] {
        try await database.read { db in
            if let known = issue.customer {
                let details = try CustomerStore.fetch(db, known.id)?.details
                let projects = try ProjectStore.fetchSummaries(db, ofCustomer: known.id).map(\.project).map(Self.number)
                return IssueCustomer.all(known, details?.phones.first, details?.address ?? "", projects)
            }
            let filter = CustomerFilter(query: text, phones: PhoneSearch(for: member))
            guard filter.isNarrowed else { return [] }
            return try CustomerStore.fetchList(db, filter).rows.flatMap {
                IssueCustomer.all($0.customer, $0.phones.first, $0.address, $0.projects)
            }
        }
    }

    /// Records the customer of an issue; from then on visits can be requested.
    /// - Throws: `IssueRefusal.alreadyDone` when somebody was quicker; `Refusal.forbidden`, `Refusal.notFound`.
    func identify(
        _ id: CustomerIssue.ID, as found: IssueCustomer, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            guard let issue = try Self.fetch(db, id, visibleTo: member) else { throw Refusal.notFound }
            guard issue.project == nil else { throw IssueRefusal.alreadyDone }
            guard Permissions.may(member, .identifyCustomer(issue)) else { throw Refusal.forbidden("not-your-issue") }
            try Self.note(
                db, database.audit, found.customer.id, found.project?.id, named: found.title, as: issue, stamp)
            return Paths.issue(id)
        }
    }

    /// Records a newly registered customer as the issue's, inside the transaction of the registration.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when somebody was quicker.
    static func note(
        _ db: Database, _ audit: AuditTrail, _ customer: Customer.ID, named name: String, as id: CustomerIssue.ID,
        _ stamp: Stamp
    ) throws {
        guard let issue = try fetch(db, id) else { throw Refusal.notFound }
        guard issue.customer == nil else { throw Refusal.conflict("issue-identified") }
        try note(db, audit, customer, nil, named: name, as: issue, stamp)
    }

    private static func note(
        _ db: Database, _ audit: AuditTrail, _ customer: Customer.ID, _ project: Project.ID?, named name: String,
        as issue: CustomerIssue, _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: "UPDATE issue SET customer_id = ?, project_id = ?, version = version + 1 WHERE id = ?",
            arguments: [customer, project, issue.id])
        let step = IssueStep(kind: .identified, at: stamp.at, text: name)
        try insert(db, step, of: issue.id, stamp)
        if issue.isComplaint { try markAsKey(db, customer) }
        try audit.append(db, .issueStep, .issue(issue.id, project: project), stamp, detail: ["step": step.name])
    }
}
