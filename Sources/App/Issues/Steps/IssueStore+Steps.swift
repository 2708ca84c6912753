import Forms
import Foundation
import GRDB
import Rulebooks

/// Steps of an issue: each is a row with who, when and why, and is checked against the stored state (ISS-4).
extension IssueStore {
    /// - Returns: the path to continue with.
    /// - Throws: `IssueRefusal` when the step is not possible any more; `Refusal.forbidden`, `Refusal.notFound`.
    func take(
        _ wish: IssueActionInput, on id: CustomerIssue.ID, by member: Member, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [self] db, stamp in
            guard let issue = try Self.fetch(db, id, visibleTo: member) else { throw Refusal.notFound }
            guard let happening = wish.action.happening(wish) else { throw Refusal.malformed }
            guard Permissions.may(member, .take(wish.action, issue)) else { throw Refusal.forbidden("not-your-issue") }
            let steps = try Self.fetchSteps(db, of: id)
            let days = try Self.fetchTerms(db, of: id).limits.reopeningDays
            let refusal = try IssueLife(steps).refusal(of: happening, at: stamp.at, reopeningWithin: days)
            if let refusal { throw refusal }
            let step = IssueStep(
                kind: .happening(happening), at: stamp.at, text: wish.text, amount: wish.amount,
                member: wish.approver.map { MemberName(id: $0, name: "") })
            try note(db, step, of: issue, after: steps, stamp)
            switch happening {
            case .solved, .triaged(isOurs: false): try planCall(db, issue, steps, stamp)
            case .referred: try Self.see(db, issue, through: member)
            case .triaged, .raised, .categorised, .accepted, .handedBack, .transferred, .disputed, .ruled,
                .answered, .promised, .paused, .resumed, .ordered, .arrived, .visited, .verified, .closed, .reopened:
                break
            }
            // After handing it back or transferring it, the issue may be outside the member's scope: continue with the
            // list.
            return try Self.fetch(db, id, visibleTo: member) == nil ? Paths.issues : Paths.issue(id)
        }
    }

    /// Stores a step and the columns derived from it for lists, inside a transaction.
    func note(
        _ db: Database, _ step: IssueStep, of issue: CustomerIssue, after steps: [IssueStep], _ stamp: Stamp
    ) throws {
        try Self.insert(db, step, of: issue.id, stamp)
        let all = steps + [step]
        let life = try IssueLife(all)
        let clock = IssueClock(
            all.compactMap(\.event), urgency: issue.urgency, under: try Self.fetchTerms(db, of: issue.id), in: zone)
        try db.execute(
            cached: """
                UPDATE issue SET state = :state, is_open = :isOpen, department = :department,
                    category = :category, version = version + 1
                WHERE id = :id
                """,
            arguments: [
                "state": life.state.rawValue, "isOpen": life.state.isOpen,
                "department": life.state == .new ? nil : life.department, "category": life.category, "id": issue.id,
            ])
        try Self.set(db, clock, of: issue.id, at: stamp.at)
        try database.audit.append(
            db, .issueStep, .issue(issue.id, project: issue.project?.id), stamp, detail: ["step": step.name])
    }

    /// Stores the clock's results for lists and for the periodic check.
    static func set(_ db: Database, _ clock: IssueClock, of issue: CustomerIssue.ID, at now: Date) throws {
        // A miss since the last check is still to be recorded, even if it was met late meanwhile.
        try db.execute(
            cached: """
                UPDATE issue SET due_at = :dueAt, due_for = :dueFor,
                    miss_at = CASE WHEN misses < :misses THEN :now ELSE :nextMiss END
                WHERE id = :id
                """,
            arguments: [
                "dueAt": clock.next?.dueAt, "dueFor": clock.next?.kind.rawValue, "misses": clock.misses(at: now).count,
                "now": now, "nextMiss": clock.nextMiss(after: now), "id": issue,
            ])
    }

    static func insert(_ db: Database, _ step: IssueStep, of issue: CustomerIssue.ID, _ stamp: Stamp) throws {
        let row =
            switch step.kind {
            case .happening(let happening): happening.row
            case .handedOver, .identified, .customerAdded: IssueEventRow(kind: step.name)
            }
        try db.execute(
            cached: """
                INSERT INTO issue_event (issue_id, number, kind, at, by_id, text, category, department, answer,
                    promised_at, amount_fen, member_id, order_id)
                VALUES (:issue, (SELECT ifnull(max(number), 0) + 1 FROM issue_event WHERE issue_id = :issue), :kind, :at,
                    :by, :text, :category, :department, :answer, :promised, :amount, :member, :order)
                """,
            arguments: [
                "issue": issue, "kind": row.kind, "at": step.at, "by": stamp.member, "text": step.text,
                "category": row.category, "department": row.department, "answer": row.answer,
                "promised": row.promisedAt,
                "amount": step.amount?.fen, "member": step.member?.id, "order": step.order,
            ])
    }

    /// An issue written by a customer has no owner until somebody refers it, who then sees it through (ISS-1).
    private static func see(_ db: Database, _ issue: CustomerIssue, through member: Member) throws {
        try db.execute(
            cached: "UPDATE issue SET owner_id = ? WHERE id = ? AND owner_id IS NULL", arguments: [member.id, issue.id])
    }

    /// Verification: plans a call that asks the customer whether it is solved, where the rulebook has one (ISS-7).
    private func planCall(_ db: Database, _ issue: CustomerIssue, _ steps: [IssueStep], _ stamp: Stamp) throws {
        guard let project = issue.project else { return }
        let today = Day(stamp.at, in: zone)
        let category = issue.category.flatMap(rules.rulebook.issues.category)
        let name = issue.isComplaint ? .complaintSolved : category?.solvedAs ?? .solved
        // A repair shares its work order's event id, so that a rule that waits for either end owes one follow-up.
        let order = name == .repairSolved ? steps.orderSinceOpening : nil
        let id = order.map(WorkOrder.eventID) ?? "issue-\(issue.id)-\(steps.count)"
        let event = ProjectEvent(name: name, day: today, id: id)
        try ProjectEventStore.raise(db, event, of: project.id, rules.planSync, today: today, stamp)
    }
}
