import Forms
import Foundation
import GRDB

/// Counts what an agent has to hand over.
extension HandoverStore {
    func load(of agent: Member.ID, on today: Day) async throws -> AgentLoad {
        try await database.read { db in
            let states: [FollowUp.State] = [.overdue, .due, .callback, .planned]
            let parts = states.map { "count(*) FILTER (WHERE \($0.condition)) AS \($0.rawValue)" }
            let counts = try StoredRow.fetchOne(
                db,
                cached: """
                    SELECT \(parts.joined(separator: ", ")) FROM follow_up f
                    WHERE f.agent_id = :agent AND f.state = 'owed'
                    """,
                arguments: ["today": today, "agent": agent])
            let number = { (sql: String) in try Int.fetchOne(db, cached: sql, arguments: [agent]) ?? 0 }
            return try AgentLoad(
                overdue: counts?.value("overdue") ?? 0, due: counts?.value("due") ?? 0,
                callbacks: counts?.value("callback") ?? 0,
                planned: counts?.value("planned") ?? 0,
                unreachable: try number(
                    "SELECT count(*) FROM follow_up WHERE agent_id = ? AND state = 'unreachable'"),
                projects: try number("SELECT count(*) FROM project WHERE agent_id = ?"),
                drafts: try number(
                    """
                    SELECT count(*) FROM follow_up f JOIN sheet_draft d
                        ON d.follow_up_id = f.id AND d.member_id = f.agent_id
                    WHERE f.agent_id = ? AND f.state = 'owed'
                    """))
        }
    }

    /// Preview of each agent's share.
    func preview(_ wish: HandoverInput, today: Day) async throws -> [HandoverShare] {
        try await database.read { [zone] db in
            let shares = HandoverSpread.assign(try Self.loads(db, wish, today: today, zone), to: wish.to)
            return try wish.to.compactMap { agent in
                guard let member = try MemberStore.fetch(db, agent) else { return nil }
                let own = shares.filter { $0.agent == agent }.map(\.load)
                return HandoverShare(
                    agent: agent, name: member.name, calls: own.reduce(0) { $0 + $1.calls },
                    projects: wish.extent == .forGood
                        ? try own.count { try Self.isOwner(db, wish.from, of: $0.project) } : 0)
            }
        }
    }

    /// The projects with follow-ups to hand over; for good, also those with none owed now.
    static func loads(
        _ db: Database, _ wish: HandoverInput, today: Day, _ zone: TimeZone
    ) throws -> [HandoverSpread.Load] {
        let owed = owed(wish, today: today, zone)
        let withCalls = try StoredRow.fetchAll(
            db,
            cached: "SELECT f.project_id, count(*) AS calls FROM follow_up f WHERE \(owed.sql) GROUP BY f.project_id",
            arguments: owed.arguments
        ) { HandoverSpread.Load(project: try $0.value("project_id"), calls: try $0.value("calls")) }
        guard wish.extent == .forGood else { return withCalls }
        let known = Set(withCalls.map(\.project))
        let others = try Project.ID.fetchAll(
            db, cached: "SELECT id FROM project WHERE agent_id = ?", arguments: [wish.from])
        return withCalls + others.filter { !known.contains($0) }.map { HandoverSpread.Load(project: $0, calls: 0) }
    }

    /// Condition on `f` for the follow-ups to hand over: of a period, those that end or have a callback in it and, if
    /// it has begun, overdue ones.
    static func owed(
        _ wish: HandoverInput, today: Day, _ zone: TimeZone
    ) -> (sql: String, arguments: StatementArguments) { owed(wish, "f.agent_id", today, zone) }

    /// The same for one project. The plus keeps SQLite from scanning all of the agent's follow-ups for each project.
    static func owed(
        _ wish: HandoverInput, of project: Project.ID, today: Day, _ zone: TimeZone
    ) -> (sql: String, arguments: StatementArguments) {
        let owed = owed(wish, "+f.agent_id", today, zone)
        return ("f.project_id = ? AND \(owed.sql)", [project] + owed.arguments)
    }

    private static func owed(
        _ wish: HandoverInput, _ agent: String, _ today: Day, _ zone: TimeZone
    ) -> (sql: String, arguments: StatementArguments) {
        let all = "\(agent) = ? AND f.state = 'owed'"
        guard let days = wish.extent.days else { return (all, [wish.from]) }
        let first = days.lowerBound
        let earliest = days.contains(today) ? Day.earliest : first
        return (
            "\(all) AND (f.closes_on BETWEEN ? AND ? OR (f.callback_at >= ? AND f.callback_at < ?))",
            [
                wish.from, earliest, days.upperBound, first.start(in: zone),
                days.upperBound.adding(days: 1).start(in: zone),
            ]
        )
    }

    static func isOwner(_ db: Database, _ agent: Member.ID, of project: Project.ID) throws -> Bool {
        try Bool.fetchOne(
            db, cached: "SELECT agent_id = ? FROM project WHERE id = ?", arguments: [agent, project])
            ?? false
    }
}
