import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement of `PlanSync`: a project's stored follow-ups, and how far each project is planned.
enum PlanStore {
    static func fetch(_ db: Database, project: Project.ID) throws -> [String: PlannedRow] {
        let rows = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT f.*, (f.callback_at IS NOT NULL
                    OR EXISTS (SELECT 1 FROM attempt a WHERE a.follow_up_id = f.id)
                    OR EXISTS (SELECT 1 FROM sheet_draft d WHERE d.follow_up_id = f.id)) AS has_history
                FROM follow_up f WHERE f.project_id = ?
                """,
            arguments: [project])
        return Dictionary(try rows.map { try ($0.value("plan_key"), PlannedRow(row: $0)) }) { first, _ in first }
    }

    /// Applies a diff to the stored follow-ups of a project.
    static func store(_ db: Database, _ difference: PlanDifference, project: Project.ID) throws {
        for item in difference.added { try insert(db, item, project: project) }
        for (stored, planned) in difference.moved { try update(db, stored.id, to: planned) }
        for item in difference.removed {
            if item.hasHistory { try excuse(db, item.id) } else { try delete(db, item.id) }
        }
    }

    private static func insert(_ db: Database, _ item: OwedFollowUp, project: Project.ID) throws {
        try db.execute(
            cached: """
                INSERT INTO follow_up (project_id, plan_key, stage, channel, questionnaire, opens_on, closes_on,
                    is_tentative, reason, agent_id)
                VALUES (:project, :planKey, :stage, :channel, :questionnaire, :opensOn, :closesOn, :isTentative,
                    :reason, (SELECT agent_id FROM project WHERE id = :project))
                """,
            arguments: [
                "project": project, "planKey": item.key, "stage": item.stage, "channel": item.channel.rawValue,
                "questionnaire": item.questionnaire, "opensOn": item.opens, "closesOn": item.closes,
                "isTentative": item.isTentative, "reason": PlannedRow.text(item.reason),
            ])
    }

    private static func update(_ db: Database, _ id: FollowUp.ID, to item: OwedFollowUp) throws {
        try db.execute(
            cached: """
                UPDATE follow_up SET stage = :stage, channel = :channel, questionnaire = :questionnaire,
                    opens_on = :opensOn, closes_on = :closesOn, is_tentative = :isTentative, reason = :reason,
                    state = 'owed', excused_because = NULL, version = version + 1
                WHERE id = :id
                """,
            arguments: [
                "stage": item.stage, "channel": item.channel.rawValue, "questionnaire": item.questionnaire,
                "opensOn": item.opens, "closesOn": item.closes, "isTentative": item.isTentative,
                "reason": PlannedRow.text(item.reason), "id": id,
            ])
    }

    static func excuse(_ db: Database, _ id: FollowUp.ID) throws {
        try db.execute(
            cached: """
                UPDATE follow_up SET state = 'not-applicable', excused_because = ?, callback_at = NULL,
                    version = version + 1
                WHERE id = ?
                """,
            arguments: [PlanSync.planChanged, id])
    }

    static func delete(_ db: Database, _ id: FollowUp.ID) throws {
        try db.execute(cached: "DELETE FROM follow_up WHERE id = ?", arguments: [id])
    }

    static func notePlanned(_ db: Database, project: Project.ID, until: Day) throws {
        try db.execute(cached: "UPDATE project SET planned_until = ? WHERE id = ?", arguments: [until, project])
    }

    /// Projects whose stored plan ends before a day, the most urgent first.
    static func projects(_ db: Database, plannedBefore day: Day, atMost: Int) throws -> [Project.ID] {
        try Project.ID.fetchAll(
            db, cached: "SELECT id FROM project WHERE planned_until < ? ORDER BY planned_until LIMIT ?",
            arguments: [day, atMost])
    }
}

extension PlannedRow {
    init(row: StoredRow) throws {
        id = try row.value("id")
        state = try row.value("state")
        stage = try row.value("stage")
        channel = try row.value("channel")
        questionnaire = try row.value("questionnaire")
        opens = try row.value("opens_on")
        closes = try row.value("closes_on")
        isTentative = try row.value("is_tentative")
        reason = try row.value("reason")
        excusedBecause = try row.value("excused_because")
        hasHistory = try row.value("has_history")
    }
}
