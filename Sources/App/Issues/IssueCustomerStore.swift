import Forms
import GRDB

/// Finding out whose issue it is, after it was raised by somebody whom nobody knew.
extension IssueStore {
    /// The customers whom some words find; of an issue whose customer is known, that customer alone.
    func customers(for issue: CustomerIssue, foundBy text: String) async throws -> [CustomerRow] {
        let filter = CustomerFilter(query: text)
        guard filter.isNarrowed else { return [] }
        let rows = try await database.read { db in try CustomerStore.fetchList(db, filter).rows }
        return rows.filter { row in issue.customer.map { $0.id == row.id } ?? true }
    }

    /// Notes whose issue it is; visits can be asked for from then on.
    /// - Throws: `IssueRefusal.alreadyDone` when somebody was quicker; `Refusal.forbidden`, `Refusal.notFound`.
    func identify(
        _ id: CustomerIssue.ID, as found: IssueCustomer, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db in
            guard let issue = try Self.fetch(db, id, visibleTo: member) else { throw Refusal.notFound }
            guard issue.project == nil else { throw IssueRefusal.alreadyDone }
            guard Permissions.may(member, .identifyCustomer(issue)) else { throw Refusal.forbidden("not-your-issue") }
            try db.execute(
                sql: "UPDATE issue SET customer_id = ?, project_id = ?, version = version + 1 WHERE id = ?",
                arguments: [found.customer.id, found.project?.id, id])
            let step = IssueStep(kind: .identified, at: stamp.at, text: found.title)
            try Self.insert(db, step, of: id, stamp)
            if issue.isComplaint { try Self.markAsKey(db, found.customer.id) }
            try database.audit.append(
                db, .issueStep, .issue(id, project: found.project?.id), stamp, detail: ["step": step.name])
            return Paths.issue(id)
        }
    }
}
