import Foundation
import GRDB
import Rulebooks

/// Links issues with their work orders and visits (ISS-3, SVC-8).
extension IssueStore {
    /// Records that a work order was requested for an issue, inside the transaction of the request.
    /// - Throws: `Refusal.conflict` unless a department works on it, `Refusal.notFound`.
    func noteOrder(
        _ db: Database, _ order: WorkOrder.ID, because id: CustomerIssue.ID, _ stamp: Stamp
    ) throws {
        guard let issue = try Self.fetch(db, id) else { throw Refusal.notFound }
        let steps = try Self.fetchSteps(db, of: id)
        guard try isPossible(db, .ordered, issue, steps, stamp) else { throw Refusal.conflict("issue-not-worked-on") }
        let step = IssueStep(kind: .happening(.ordered), at: stamp.at, order: order)
        try note(db, step, of: issue, after: steps, stamp)
    }

    /// Records an arrival or a report of a visit on the issue that it was for.
    func noteVisit(
        _ db: Database, of order: WorkOrder.ID, _ happening: IssueHappening, text: String = "", _ stamp: Stamp
    ) throws {
        let ids = try CustomerIssue.ID.fetchAll(
            db, cached: "SELECT DISTINCT issue_id FROM issue_event WHERE order_id = ?", arguments: [order])
        for id in ids {
            guard let issue = try Self.fetch(db, id) else { continue }
            let steps = try Self.fetchSteps(db, of: id)
            guard try isPossible(db, happening, issue, steps, stamp) else { continue }
            let step = IssueStep(kind: .happening(happening), at: stamp.at, text: text, order: order)
            try note(db, step, of: issue, after: steps, stamp)
        }
    }

    private func isPossible(
        _ db: Database, _ happening: IssueHappening, _ issue: CustomerIssue, _ steps: [IssueStep], _ stamp: Stamp
    ) throws -> Bool {
        let days = try Self.fetchTerms(db, of: issue.id).limits.reopeningDays
        return try IssueLife(steps).refusal(of: happening, at: stamp.at, reopeningWithin: days) == nil
    }
}
