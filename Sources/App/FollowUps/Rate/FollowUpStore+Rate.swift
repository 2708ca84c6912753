import Forms
import GRDB

extension FollowUpStore {
    /// The follow-up rate of each agent with due follow-ups in a period, by name (CAD-5).
    static func rates(_ db: Database, in period: ClosedRange<Day>, of rows: Rows) throws -> [AgentRate] {
        let (whose, arguments): (String, StatementArguments) =
            switch rows {
            case .all: ("1", [])
            case .ofMember(let member): ("f.agent_id = ?", [member])
            }
        let counts = FollowUpRate.Part.allCases.map { part in
            "count(*) FILTER (WHERE \(part.condition)) AS \"\(part.rawValue)\""
        }
        return try StoredRow.fetchAll(
            db,
            cached: """
                SELECT c.*, m.name FROM (
                    SELECT f.agent_id, \(counts.joined(separator: ", ")) FROM follow_up f
                    WHERE \(whose) AND f.closes_on BETWEEN ? AND ? GROUP BY f.agent_id
                ) c JOIN member m ON m.id = c.agent_id WHERE c.due > 0 ORDER BY m.name, m.id
                """,
            arguments: arguments + [period.lowerBound, period.upperBound]
        ) { try AgentRate(agent: $0.value("agent_id"), name: $0.value("name"), rate: FollowUpRate(row: $0)) }
    }

    func rates(in period: ClosedRange<Day>, of rows: Rows) async throws -> [AgentRate] {
        try await database.read { db in try Self.rates(db, in: period, of: rows) }
    }
}

extension FollowUpRate.Part {
    /// Condition on `f` for this part of a period; the lists that the figures link to use the same one.
    ///
    /// Not due: follow-ups of a tentative date, and those that a changed plan has dropped.
    var condition: String {
        let open = "f.state = 'owed' AND f.is_tentative = 0"
        return switch self {
        case .due:
            """
            (f.is_tentative = 0 OR f.state <> 'owed')
                AND (f.state <> 'not-applicable' OR f.excused_because <> '\(PlanSync.planChanged)')
            """
        case .done: "f.state = 'done'"
        case .excused: "f.state = 'not-applicable' AND f.excused_because <> '\(PlanSync.planChanged)'"
        case .refused: "f.last_outcome = 'refused' AND (f.state = 'unreachable' OR (\(open)))"
        case .unreachable: "f.state = 'unreachable' AND f.last_outcome IS NOT 'refused'"
        case .open: "\(open) AND f.last_outcome IS NOT 'refused'"
        }
    }
}

extension FollowUpRate {
    fileprivate init(row: StoredRow) throws {
        done = try row.value("done")
        excused = try row.value("excused")
        refused = try row.value("refused")
        unreachable = try row.value("unreachable")
        open = try row.value("open")
    }
}
