import Forms
import Foundation

/// An agent's follow-ups of today, the most urgent first, with the day's figures (CAD-2a, CAD-4).
struct TodayList: Sendable {
    /// Callbacks agreed for today or earlier, by time.
    let callbacks: [FollowUp]
    /// Overdue and due ones, the earliest end of the window first; at most `limit`.
    let calls: [FollowUp]
    let overdueCount: Int
    let dueCount: Int
    let laterCallbacks: Int
    let doneThisWeek: Int
    let nextOpening: Day?

    static let limit = 50
}
