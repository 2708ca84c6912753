import Forms
import Foundation
import Rulebooks

/// Keeps what is owed in step with the life of the project and the rulebook (CAD-6).
///
/// The plan itself is computed by the rulebook; this only brings the stored follow-ups in line with it and never
/// touches one that was done, tried in vain, or excused by somebody.
struct PlanSync: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    /// How far ahead follow-ups are stored, in days; the daily round carries the rest on.
    static let horizon = 400
    /// Why a follow-up with a history that the plan no longer holds is excused.
    static let planChanged = "plan-changed"

    /// Plans a project anew inside the transaction of what changed it.
    @discardableResult
    func replan(_ db: Transaction, project: Project.ID, today: Day) throws -> PlanChange {
        let until = today.adding(days: Self.horizon)
        let difference = try difference(db, project: project, until: until)
        try PlanStore.store(db, difference, project: project)
        try PlanStore.notePlanned(db, project: project, until: until)
        return difference.count
    }

    /// What planning a project anew would change; nothing is written.
    func difference(_ db: Transaction, project: Project.ID, until: Day) throws -> PlanDifference {
        let life = try ProjectStore.fetchLife(db, project)
        let owed = rulebook.plan(for: life, until: until, calendar: calendar, includingTentative: true)
        return PlanDifference(from: try PlanStore.fetch(db, project: project), to: owed)
    }

    /// Plans on for projects whose stored plan comes to its end; part of the daily round.
    /// - Returns: how many projects were planned on; 0 means that all are done.
    func carryOn(_ db: Transaction, today: Day, atMost: Int) throws -> Int {
        let projects = try PlanStore.projects(
            db, plannedBefore: today.adding(days: Self.horizon - 30), atMost: atMost)
        for project in projects { try replan(db, project: project, today: today) }
        return projects.count
    }
}
