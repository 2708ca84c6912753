import Forms
import GRDB

extension FeedbackStore {
    /// That it is there, never what it says (ACC-2).
    func list(
        _ filter: FeedbackFilter, for member: Member, limit: Int = FeedbackFilter.pageSize + 1
    ) async throws -> FeedbackList {
        let month = filter.month.days
        var condition = "f.received_on BETWEEN ? AND ?"
        var arguments: StatementArguments = [month.lowerBound, month.upperBound]
        if filter.isMine {
            condition += " AND p.agent_id = ?"
            arguments += [member.id]
        }
        return try await database.read { [zone, condition, arguments] db in
            let ofChannel = filter.channel.map { (" AND f.channel = ?", [$0.rawValue] as StatementArguments) }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    \(Self.selection) WHERE \(condition)\(ofChannel?.0 ?? "")
                    ORDER BY f.received_on DESC, f.id DESC LIMIT ? OFFSET ?
                    """,
                arguments: arguments + (ofChannel?.1 ?? []) + [limit, (filter.page - 1) * FeedbackFilter.pageSize]
            ).map(Feedback.init)
            let counts = try Row.fetchAll(
                db,
                sql: """
                    SELECT f.channel, count(*) AS number FROM feedback f JOIN project p ON p.id = f.project_id
                    WHERE \(condition) GROUP BY f.channel
                    """,
                arguments: arguments
            ).map { row in (try row.value("channel") as FeedbackChannel, try row.value("number") as Int) }
            let links = try Row.fetchOne(
                db,
                sql:
                    "SELECT count(*) FILTER (WHERE revoked_at IS NULL) AS made, count(used_at) AS used FROM feedback_link WHERE made_at >= ? AND made_at < ?",
                arguments: [month.lowerBound.start(in: zone), filter.month.next.first.start(in: zone)])
            return FeedbackList(
                rows: rows, counts: Dictionary(counts) { first, _ in first },
                links: LinkFigures(made: try links?.value("made") ?? 0, used: try links?.value("used") ?? 0))
        }
    }
}
