import Forms
import Foundation
import GRDB
import Rulebooks

/// Every statement about the milestones of projects (ARC-3).
struct MilestoneStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    func find(_ project: Project.ID) async throws -> ProjectMilestones? {
        try await database.read { db in
            guard let found = try ProjectStore.fetch(db, project) else { return nil }
            return ProjectMilestones(project: found, milestones: try Self.fetch(db, of: project))
        }
    }

    static func fetch(_ db: Database, of project: Project.ID) throws -> [MilestoneKind: MilestoneDates] {
        let rows = try StoredRow.fetchAll(
            db, cached: "SELECT kind, planned_on, happened_on, handled_by FROM milestone WHERE project_id = ?",
            arguments: [project])
        let pairs = try rows.map { row -> (MilestoneKind, MilestoneDates) in
            let kind: MilestoneKind = try row.value("kind")
            let dates = MilestoneDates(
                planned: try row.value("planned_on"), actual: try row.value("happened_on"),
                handledBy: try row.value("handled_by"))
            return (kind, dates)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    static func insert(
        _ db: Database, _ milestones: [MilestoneKind: MilestoneDates], of project: Project.ID
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO milestone (project_id, kind, planned_on, happened_on, handled_by)
                VALUES (:project, :kind, :planned, :actual, :handledBy)
                """)
        for kind in MilestoneKind.allCases {
            guard let dates = milestones[kind], dates.planned != nil || dates.actual != nil else { continue }
            try statement.execute(arguments: [
                "project": project, "kind": kind.rawValue, "planned": dates.planned, "actual": dates.actual,
                "handledBy": dates.handledBy?.rawValue,
            ])
        }
    }

    /// Stores the dates and replans what is still owed, in one transaction.
    /// - Parameter version: of the milestones, as the form was opened with it.
    /// - Throws: `StaleVersion`, `Refusal.notFound`.
    func save(
        _ milestones: [MilestoneKind: MilestoneDates], of project: Project.ID, version: Int, today: Day,
        _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit, rules] db, stamp in
            guard let stored = try ProjectStore.fetch(db, project) else { throw Refusal.notFound }
            guard stored.milestonesVersion == version else { throw StaleVersion() }
            let before = try Self.fetch(db, of: project)
            try db.execute(cached: "DELETE FROM milestone WHERE project_id = ?", arguments: [project])
            try Self.insert(db, milestones, of: project)
            try db.execute(
                cached: "UPDATE project SET milestones_version = milestones_version + 1 WHERE id = ?",
                arguments: [project])
            let change = try rules.planSync.replan(db, project: project, today: today)
            let changed = MilestoneKind.allCases.filter { before[$0] != milestones[$0] }.map(\.rawValue)
            try audit.append(
                db, .milestonesChanged, .project(project), stamp,
                detail: [
                    "milestones": changed.joined(separator: ","), "added": String(change.added),
                    "moved": String(change.moved), "removed": String(change.removed),
                ])
            return Paths.project(project)
        }
    }
}

/// A project with its milestones, for editing.
struct ProjectMilestones: Sendable {
    let project: Project
    let milestones: [MilestoneKind: MilestoneDates]
}

extension ProjectStore {
    /// All that a project's plan depends on.
    /// - Throws: `Refusal.notFound`.
    static func fetchLife(_ db: Database, _ project: Project.ID) throws -> ProjectLife {
        let registered = try Day.fetchOne(
            db, cached: "SELECT registered_on FROM project WHERE id = ?", arguments: [project])
        guard let registered else { throw Refusal.notFound }
        return ProjectLife(
            registered: registered, milestones: try MilestoneStore.fetch(db, of: project),
            events: try ProjectEventStore.fetch(db, of: project),
            hasFeedback: try FeedbackStore.exists(db, of: project))
    }
}
