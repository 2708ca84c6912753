import Foundation
import GRDB
import Rulebooks

/// Deadline standings for lists.
extension IssueStore {
    /// The standing of each issue's next deadline, by the same clock as on its own page (ISS-3); in two statements
    /// altogether (no N+1 queries).
    func standings(_ db: Database, of issues: [CustomerIssue], at now: Date) throws -> IssueStandings {
        let owed = issues.filter { $0.due != nil }
        let histories = try Self.fetchHistories(db, of: owed)
        var standings: IssueStandings = [:]
        for issue in owed {
            do {
                guard let history = histories[issue.id] else { continue }
                let clock = IssueClock(
                    try history.steps.compactMap { try $0.get() }, urgency: issue.urgency,
                    under: try Self.readTerms(history.terms), in: zone)
                standings[issue.id] = clock.next.map { clock.standing(of: $0, at: now) }
            } catch let damage as UnreadableValue {
                // One damaged issue neither takes the list away nor hides that it is owed.
                database.health.note(.damaged(column: damage.column), reference: nil)
                standings[issue.id] = issue.due?.at.map { at in
                    at > now ? .ahead(at.timeIntervalSince(now)) : .late(now.timeIntervalSince(at))
                }
            }
        }
        return standings
    }

    /// Steps that cannot be read are an issue's own trouble, not the list's.
    private typealias History = (steps: [Result<IssueEvent?, any Error>], terms: String)

    private static func fetchHistories(
        _ db: Database, of issues: [CustomerIssue]
    ) throws -> [CustomerIssue.ID: History] {
        let ids = issues.map(\.id).json()
        var steps: [CustomerIssue.ID: [Result<IssueEvent?, any Error>]] = [:]
        try StoredRow.fetchEach(
            db,
            cached: """
                SELECT issue_id, kind, category, department, answer, promised_at, at FROM issue_event
                WHERE issue_id IN (SELECT value FROM json_each(?)) ORDER BY issue_id, number
                """, arguments: [ids]
        ) { row in
            let event = Result { try IssueStep(kind: IssueStep.Kind(row: row), at: row.value("at")).event }
            steps[try row.value("issue_id"), default: []].append(event)
        }
        var histories: [CustomerIssue.ID: History] = [:]
        try StoredRow.fetchEach(
            db,
            cached: """
                SELECT i.id, t.terms FROM issue i JOIN issue_terms t ON t.id = i.terms_id
                WHERE i.id IN (SELECT value FROM json_each(?))
                """, arguments: [ids]
        ) { row in
            let id: CustomerIssue.ID = try row.value("id")
            histories[id] = (steps[id] ?? [], try row.value("terms"))
        }
        return histories
    }
}
