import Forms
import Foundation
import Rulebooks

/// Keeps stored follow-ups in sync with the project and the rulebook (CAD-6).
///
/// The plan is computed by the rulebook's planner; this only applies it, and never touches a follow-up that was done,
/// attempted, or excused by a person.
struct PlanSync: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    /// Days ahead for which follow-ups are stored; `PeriodicTasks` extends them.
    static let horizon = 400
    /// The reason for excusing a follow-up with a history that is no longer in the plan.
    static let planChanged = "plan-changed"

    /// Replans a project inside the transaction of the change.
    @discardableResult
    func replan(_ db: Transaction, project: Project.ID, today: Day) throws -> PlanChange {
        let until = today.adding(days: Self.horizon)
        let difference = try difference(db, project: project, until: until)
        try PlanStore.store(db, difference, project: project)
        try PlanStore.notePlanned(db, project: project, until: until)
        return difference.count
    }

    /// Dry run: what replanning a project would change.
    func difference(_ db: Transaction, project: Project.ID, until: Day) throws -> PlanDifference {
        let life = try ProjectStore.fetchLife(db, project)
        let owed = rulebook.plan(for: life, until: until, calendar: calendar, includingTentative: true)
        return PlanDifference(from: try PlanStore.fetch(db, project: project), to: owed)
    }

    /// Extends the plans of projects whose stored part ends soon; part of `PeriodicTasks`.
    /// - Returns: how many projects were extended; 0 when all are done.
    func carryOn(_ db: Transaction, today: Day, atMost: Int) throws -> Int {
        let projects = try PlanStore.projects(
            db, plannedBefore: today.adding(days: Self.horizon - 30), atMost: atMost)
        for project in projects { try replan(db, project: project, today: today) }
        return projects.count
    }
}
