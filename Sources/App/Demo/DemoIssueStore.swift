import Foundation
import GRDB

/// Writes demo issues: some waiting, some late, some reopened.
struct DemoIssueStore: Sendable {
    let issues: IssueStore
    let now: Date

    func addIssues(_ staff: DemoStaff) async throws {
        let database = issues.database
        try database.writeNow { db in
            // Not the projects with work orders.
            let projects = try StoredRow.fetchAll(
                db, cached: "SELECT id, customer_id FROM project ORDER BY id LIMIT ? OFFSET 16",
                arguments: [DemoIssue.all.count])
            for (issue, project) in zip(DemoIssue.all, projects) {
                try add(db, issue, customer: project.value("customer_id"), project: project.value("id"), staff)
            }
        }
        _ = try await issues.noteMisses(Stamp(member: nil, at: now, address: Stamp.command.address))
    }

    private func add(
        _ db: Database, _ issue: DemoIssue, customer: Customer.ID, project: Project.ID, _ staff: DemoStaff
    ) throws {
        let said = now.addingTimeInterval(-issue.hoursAgo * 3600)
        let raised = RaisedIssue(
            customer: customer, project: project, source: .call, words: issue.words, category: issue.category,
            isComplaint: issue.isComplaint, urgency: issue.urgency, raisedAt: said)
        let id = try IssueStore.raise(
            db, issues.database.audit, raised, under: issues.rules.current, in: issues.zone,
            stamp(staff.agents.first, said.addingTimeInterval(240)))
        for step in issue.steps {
            guard let current = try IssueStore.fetch(db, id) else { return }
            let at = min(said.addingTimeInterval(step.hours * 3600), now)
            try issues.note(
                db, IssueStep(kind: .happening(step.happening), at: at, text: step.text), of: current,
                after: try IssueStore.fetchSteps(db, of: id), stamp(member(step.by, staff), at))
        }
    }

    private func member(_ actor: DemoIssue.Actor, _ staff: DemoStaff) -> Member.ID? {
        switch actor {
        case .agent: staff.agents.first
        case .manager: staff.manager
        case .administrator: staff.administrator
        }
    }

    private func stamp(_ member: Member.ID?, _ at: Date) -> Stamp {
        Stamp(member: member, at: min(at, now), address: Stamp.command.address)
    }
}
