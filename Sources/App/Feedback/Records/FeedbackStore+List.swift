import Forms
import GRDB

extension FeedbackStore {
    /// Metadata, never content (ACC-2).
    func list(_ query: ListQuery, of month: Month, for member: Member) async throws -> FeedbackList {
        try await database.read { [zone] db in
            // CROSS JOIN fixes the join order: few rows by day first, not all projects of an agent.
            let source = "feedback f CROSS JOIN project p ON p.id = f.project_id"
            var condition: SQL = "f.received_on BETWEEN \(month.first) AND \(month.last)"
            if query[FeedbackFilter.agent] != nil { condition += " AND p.agent_id = \(member.id)" }
            var shown = condition
            if let channel: FeedbackChannel = query.choice(FeedbackFilter.channel) {
                shown += " AND f.channel = \(channel)"
            }
            let rows = try db.slice(
                Self.selection, of: source, id: "f.id", where: shown, by: "f.received_on DESC, f.id DESC", query.part,
                isCounted: false, as: Feedback.init)
            let counts = try StoredRow.fetchAll(
                db,
                literal: """
                    SELECT f.channel, count(*) AS number FROM \(sql: source) WHERE \(condition) GROUP BY f.channel
                    """
            ) { row in (try row.value("channel") as FeedbackChannel, try row.value("number") as Int) }
            let links = try StoredRow.fetchOne(
                db,
                cached:
                    "SELECT count(*) FILTER (WHERE revoked_at IS NULL) AS made, count(used_at) AS used FROM feedback_link WHERE made_at >= ? AND made_at < ?",
                arguments: [month.first.start(in: zone), month.next.first.start(in: zone)])
            return FeedbackList(
                feedback: rows, counts: Dictionary(counts) { first, _ in first },
                links: LinkFigures(made: try links?.value("made") ?? 0, used: try links?.value("used") ?? 0))
        }
    }
}
