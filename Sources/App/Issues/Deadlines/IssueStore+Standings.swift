import Foundation
import GRDB
import Rulebooks

/// Deadline standings for lists.
extension IssueStore {
    /// The standing of each issue's next deadline, by the same clock as on its own page (ISS-3); in two statements
    /// altogether (no N+1 queries).
    func standings(of issues: [CustomerIssue], at now: Date) async throws -> IssueStandings {
        let owed = issues.filter { $0.due != nil }
        let ids = owed.map(\.id).description
        return try await database.read { [zone] db in
            let steps = try Dictionary(
                grouping: Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            \(Self.stepSelection) WHERE e.issue_id IN (SELECT value FROM json_each(?))
                            ORDER BY e.issue_id, e.number
                            """), arguments: [ids])
            ) { row in try row.value("issue_id") as CustomerIssue.ID }
            let terms = try Self.fetchTerms(db, ofEach: ids)
            var standings: IssueStandings = [:]
            for issue in owed {
                // One unreadable issue stands in the list without its time; its own page says what is wrong.
                guard let terms = terms[issue.id],
                    let events = try? (steps[issue.id] ?? []).compactMap({ try IssueStep(row: $0).event })
                else { continue }
                let clock = IssueClock(events, urgency: issue.urgency, under: terms, in: zone)
                standings[issue.id] = clock.next.map { clock.standing(of: $0, at: now) }
            }
            return standings
        }
    }

    /// - Parameter ids: of the issues, as a JSON array.
    private static func fetchTerms(_ db: Database, ofEach ids: String) throws -> [CustomerIssue.ID: IssueTerms] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT i.id, t.id AS terms_id, t.terms FROM issue i JOIN issue_terms t ON t.id = i.terms_id
                    WHERE i.id IN (SELECT value FROM json_each(?))
                    """), arguments: [ids])
        // Cache: many issues were raised under the same terms.
        var read: [Int: IssueTerms] = [:]
        return try rows.reduce(into: [:]) { terms, row in
            let id: Int = try row.value("terms_id")
            guard let ofThis = read[id] ?? (try? IssueTerms(text: row.value("terms"))) else { return }
            read[id] = ofThis
            terms[try row.value("id")] = ofThis
        }
    }
}
