import Foundation
import GRDB
import Rulebooks

/// Deadline standings for lists.
extension IssueStore {
    /// The standing of each issue's next deadline, by the same clock as on its own page (ISS-3); in two statements
    /// altogether (no N+1 queries).
    func standings(of issues: [CustomerIssue], at now: Date) async throws -> IssueStandings {
        let owed = issues.filter { $0.due != nil }
        return try await database.read { [zone, health = database.health] db in
            let histories = try Self.fetchHistories(db, of: owed)
            var standings: IssueStandings = [:]
            // Cache: many issues were raised under the same terms.
            var known: [String: IssueTerms] = [:]
            for issue in owed {
                do {
                    guard let history = histories[issue.id] else { continue }
                    let terms = try known[history.terms] ?? Self.readTerms(history.terms)
                    known[history.terms] = terms
                    let clock = IssueClock(
                        try history.steps.compactMap { try $0.get() }, urgency: issue.urgency,
                        under: terms, in: zone)
                    standings[issue.id] = clock.next.map { clock.standing(of: $0, at: now) }
                } catch let damage as UnreadableValue {
                    // One damaged issue neither takes the list away nor hides that it is owed.
                    health.note(.damaged(column: damage.column), reference: nil)
                    standings[issue.id] = issue.due?.at.map { at in
                        at > now ? .ahead(at.timeIntervalSince(now)) : .late(now.timeIntervalSince(at))
                    }
                }
            }
            return standings
        }
    }

    /// Steps that cannot be read are an issue's own trouble, not the list's.
    private typealias History = (steps: [Result<IssueEvent?, any Error>], terms: String)

    private static func fetchHistories(
        _ db: Database, of issues: [CustomerIssue]
    ) throws -> [CustomerIssue.ID: History] {
        let ids = issues.map(\.id).json()
        var steps: [CustomerIssue.ID: [Result<IssueEvent?, any Error>]] = [:]
        try Row.fetchEach(
            db,
            cached: """
                \(stepSelection) WHERE e.issue_id IN (SELECT value FROM json_each(?))
                ORDER BY e.issue_id, e.number
                """, arguments: [ids]
        ) { row in steps[try row.value("issue_id"), default: []].append(Result { try IssueStep(row: row).event }) }
        var histories: [CustomerIssue.ID: History] = [:]
        try Row.fetchEach(
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
