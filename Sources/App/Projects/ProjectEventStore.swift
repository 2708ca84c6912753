import Forms
import GRDB
import Rulebooks

/// Domain events of projects that a follow-up may answer; any feature raises them inside its own transaction.
enum ProjectEventStore {
    /// Stores an event and replans. Idempotent: raised twice, it counts from its first day.
    static func raise(
        _ db: Database, _ event: ProjectEvent, of project: Project.ID, _ planSync: PlanSync, today: Day, _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO project_event (project_id, name, id, day, raised_by, raised_at)
                VALUES (:project, :name, :id, :day, :raisedBy, :raisedAt)
                ON CONFLICT DO NOTHING
                """,
            arguments: [
                "project": project, "name": event.name, "id": event.id, "day": event.day, "raisedBy": stamp.member,
                "raisedAt": stamp.at,
            ])
        guard db.changesCount == 1 else { return }
        try planSync.replan(db, project: project, today: today)
    }

    static func fetch(_ db: Database, of project: Project.ID) throws -> [ProjectEvent] {
        try StoredRow.fetchAll(
            db, cached: "SELECT name, day, id FROM project_event WHERE project_id = ? ORDER BY day, name, id",
            arguments: [project]
        ) { ProjectEvent(name: try $0.value("name"), day: try $0.value("day"), id: try $0.value("id")) }
    }
}
