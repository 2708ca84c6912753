import Foundation
import Rulebooks

/// The standing of the deadline of the first arrival, in words as well as in colour (SVC-8).
enum Deadline: Sendable, Hashable {
    /// Somebody has arrived, or nobody needs to.
    case settled
    case ahead(TimeInterval)
    /// So little is left that the page warns.
    case near(TimeInterval)
    case late(TimeInterval)

    /// A rulebook has a warning threshold for issues alone, and orders store no terms: they use the default of issues.
    private static let warningPercent = IssueLimits.usual.warningPercent

    init(_ order: WorkOrder, at now: Date) {
        guard order.isAwaited else {
            self = .settled
            return
        }
        let left = order.arriveBy.timeIntervalSince(now)
        let whole = order.arriveBy.timeIntervalSince(order.details.receivedAt)
        self = left < 0 ? .late(-left) : left < whole * Double(Self.warningPercent) / 100 ? .near(left) : .ahead(left)
    }

    /// "2 hours left", "late by 40 minutes".
    func words(_ words: Words) -> String {
        switch self {
        case .settled: ""
        case .ahead(let left), .near(let left): words("work-orders.left", ["time": words.duration(left)])
        case .late(let time): words("work-orders.late", ["time": words.duration(time)])
        }
    }

    /// Badge variant of the standing.
    var look: BadgeLook {
        switch self {
        case .settled: .done
        case .ahead: .neutral
        case .near: .attention
        case .late: .late
        }
    }
}

extension Words {
    /// A duration for people: in minutes within the hour, then in hours, from two days on in days.
    func duration(_ seconds: TimeInterval) -> String {
        let minutes = Int(min(max(seconds, 0), 1e9) / 60)
        let hours = minutes / 60
        if hours == 0 { return self("duration.minutes", ["count": String(minutes)]) }
        if hours < 48 {
            return minutes % 60 == 0 || hours >= 10
                ? self("duration.whole-hours", ["count": String(hours)])
                : self("duration.hours-minutes", ["hours": String(hours), "minutes": String(minutes % 60)])
        }
        return self("duration.days", ["count": String(hours / 24)])
    }
}
