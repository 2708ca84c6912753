import Forms
import Foundation
import GRDB

/// Every statement about replanning all projects, in batches, so that nobody waits for it.
struct ReplanningRunStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    /// Projects per transaction, so that people's own changes need not wait long.
    static let batch = 100

    /// Starts a run over all projects; an unfinished run is superseded.
    static func begin(_ db: Database, at now: Date) throws {
        try db.execute(cached: "DELETE FROM replanning WHERE finished_at IS NULL")
        try db.execute(
            cached: """
                INSERT INTO replanning (started_at, until_project_id, projects)
                SELECT ?, coalesce(max(id), 0), count(*) FROM project
                """,
            arguments: [now])
    }

    /// The latest run.
    func latest() async throws -> ReplanningRun? {
        try await database.read { db in
            try StoredRow.fetchOne(
                db, cached: "SELECT * FROM replanning ORDER BY id DESC LIMIT 1", as: ReplanningRun.init)
        }
    }

    /// Replans the next batch.
    /// - Returns: whether anything is left.
    func carryOn(today: Day, now: Date) async throws -> Bool {
        try await database.write { [rules] db in
            let row = try StoredRow.fetchOne(
                db, cached: "SELECT * FROM replanning WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1")
            guard let row else { return false }
            let (id, last, until): (Int, Int, Int) = (
                try row.value("id"), try row.value("last_project_id"), try row.value("until_project_id")
            )
            let projects = try Project.ID.fetchAll(
                db, cached: "SELECT id FROM project WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
                arguments: [last, until, Self.batch])
            let planSync = rules.planSync
            let change = try projects.reduce(PlanChange()) { sum, project in
                sum + (try planSync.replan(db, project: project, today: today))
            }
            let isLast = projects.count < Self.batch
            try db.execute(
                cached: """
                    UPDATE replanning SET last_project_id = :last, planned = planned + :planned,
                        added = added + :added, moved = moved + :moved, removed = removed + :removed,
                        finished_at = :finishedAt
                    WHERE id = :id
                    """,
                arguments: [
                    "last": projects.last ?? last, "planned": projects.count, "added": change.added,
                    "moved": change.moved, "removed": change.removed, "finishedAt": isLast ? now : nil, "id": id,
                ])
            return !isLast
        }
    }
}

extension ReplanningRun {
    fileprivate init(row: StoredRow) throws {
        self.init(
            startedAt: try row.value("started_at"), projects: try row.value("projects"),
            planned: try row.value("planned"),
            change: PlanChange(
                added: try row.value("added"), moved: try row.value("moved"), removed: try row.value("removed")),
            finishedAt: try row.value("finished_at"))
    }
}
