import Foundation

/// All projects planned anew after the rulebook or the calendar changed, and how far that has come.
struct ReplanningRun: Sendable {
    let startedAt: Date
    let projects: Int
    let planned: Int
    let change: PlanChange
    let finishedAt: Date?
}
