import Forms
import Foundation

/// What an agent is to call now, the most pressing first, with the figures of the day (CAD-2a, CAD-4).
struct TodayList: Sendable {
    /// Calls that were promised for a time today or before, by their time.
    let callbacks: [FollowUp]
    /// Overdue and due, the one whose window closes first on top; at most `limit`.
    let calls: [FollowUp]
    let overdueCount: Int
    let dueCount: Int
    let laterCallbacks: Int
    let doneThisWeek: Int
    let nextOpening: Day?

    static let limit = 50
}
