import Foundation

/// Progress of replanning all projects after a change of the rulebook or the calendar.
struct ReplanningRun: Sendable {
    let startedAt: Date
    let projects: Int
    let planned: Int
    let change: PlanChange
    let finishedAt: Date?
}
