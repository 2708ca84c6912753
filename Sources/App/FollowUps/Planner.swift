import Forms
import Foundation
import Rulebooks

/// Keeps what is owed in step with the life of the project and the rulebook (CAD-6).
///
/// The plan itself is computed by the rulebook; this only brings the stored follow-ups in line with it and never
/// touches one that was done, tried in vain, or excused by somebody.
struct Planner: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    /// How far ahead follow-ups are stored, in days; the daily round carries the rest on.
    static let horizon = 400
    /// Why a follow-up with a history that the plan no longer holds is excused.
    static let planChanged = "plan-changed"

    /// Plans a project anew inside the transaction of what changed it.
    @discardableResult
    func replan(_ db: Transaction, project: Int, today: Day) throws -> PlanChange {
        let until = today.adding(days: Self.horizon)
        let life = try ProjectStore.fetchLife(db, project)
        let owed = rulebook.plan(for: life, until: until, calendar: calendar, includingTentative: true)
        let change = try store(owed, project: project, db)
        try PlanStore.notePlanned(db, project: project, until: until)
        return change
    }

    /// Plans on for projects whose stored plan comes to its end; part of the daily round.
    /// - Returns: how many projects were planned on; 0 means that all are done.
    func carryOn(_ db: Transaction, today: Day, atMost: Int) throws -> Int {
        let projects = try PlanStore.projects(
            db, plannedBefore: today.adding(days: Self.horizon - 30), atMost: atMost)
        for project in projects { try replan(db, project: project, today: today) }
        return projects.count
    }

    private func store(_ owed: [OwedFollowUp], project: Int, _ db: Transaction) throws -> PlanChange {
        var change = PlanChange()
        var stored = try PlanStore.fetch(db, project: project)
        for item in owed {
            guard let existing = stored.removeValue(forKey: item.key) else {
                try PlanStore.insert(db, item, project: project)
                change.added += 1
                continue
            }
            guard existing.followsPlan, existing.differs(from: item) else { continue }
            try PlanStore.update(db, existing.id, to: item)
            change.moved += 1
        }
        for item in stored.values where item.state == "owed" {
            if item.hasHistory {
                try PlanStore.excuse(db, item.id)
            } else {
                try PlanStore.delete(db, item.id)
            }
            change.removed += 1
        }
        return change
    }
}

/// What a new plan changed among the stored follow-ups.
struct PlanChange: Sendable, Hashable {
    var added = 0
    var moved = 0
    var removed = 0
}
