import Forms
import Foundation
import GRDB

extension FollowUpStore {
    /// - Parameter endOfDay: the first moment of tomorrow in the company's time zone.
    static func today(
        _ db: Database, for agent: Member.ID, on today: Day, endOfDay: Date
    ) throws -> TodayList {
        let calls = try StoredRow.fetchAll(
            db,
            cached: """
                \(Self.selection) WHERE f.id IN (
                    SELECT f.id FROM follow_up f WHERE f.agent_id = :agent AND \(FollowUp.State.dueOrOverdue)
                    ORDER BY f.closes_on, f.id LIMIT :limit)
                ORDER BY f.closes_on, f.id
                """,
            arguments: ["agent": agent, "today": today, "limit": TodayList.limit], as: FollowUp.init)
        let callbacks = try StoredRow.fetchAll(
            db,
            cached: """
                \(Self.selection) WHERE f.agent_id = ? AND f.state = 'owed' AND f.callback_at < ?
                ORDER BY f.callback_at, f.id LIMIT ?
                """,
            arguments: [agent, endOfDay, TodayList.limit], as: FollowUp.init)
        let counts = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT count(*) FILTER (WHERE f.closes_on < :today) AS overdue,
                    count(*) FILTER (WHERE f.closes_on >= :today) AS due
                FROM follow_up f WHERE f.agent_id = :agent AND \(FollowUp.State.dueOrOverdue)
                """,
            arguments: ["agent": agent, "today": today])
        let later = try Int.fetchOne(
            db,
            cached: "SELECT count(*) FROM follow_up WHERE agent_id = ? AND state = 'owed' AND callback_at >= ?",
            arguments: [agent, endOfDay])
        let done = try Int.fetchOne(
            db, cached: "SELECT count(*) FROM follow_up WHERE agent_id = ? AND state = 'done' AND done_on >= ?",
            arguments: [agent, today.adding(days: 1 - today.weekday)])
        let next = try Day.fetchOne(
            db,
            cached: """
                SELECT min(f.opens_on) FROM follow_up f
                WHERE f.agent_id = ? AND f.state = 'owed' AND f.is_tentative = 0 AND f.opens_on > ?
                """,
            arguments: [agent, today])
        return try TodayList(
            callbacks: callbacks, calls: calls, overdueCount: counts?.value("overdue") ?? 0,
            dueCount: counts?.value("due") ?? 0,
            laterCallbacks: later ?? 0, doneThisWeek: done ?? 0, nextOpening: next)
    }

    /// Follow-ups escalated to the administrators after the rulebook's number of attempts (CAD-4), the oldest first.
    static func unreachable(_ db: Database) throws -> [FollowUp] {
        try StoredRow.fetchAll(
            db, cached: "\(Self.selection) WHERE f.state = 'unreachable' ORDER BY f.closes_on, f.id LIMIT 50",
            as: FollowUp.init)
    }
}
