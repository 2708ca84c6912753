import Forms
import Foundation

/// The weekly deadline at which submitted sheets are sealed (ACC-3).
public struct FilingDeadline: Sendable, Hashable, Codable {
    /// Monday is 1, Sunday is 7.
    public let weekday: Int
    public let time: TimeOfDay

    /// The next deadline strictly after `moment`, in the time zone `zone`.
    public func next(after moment: Date, in zone: TimeZone) -> Date {
        let today = Day(moment, in: zone)
        let days = (weekday - today.weekday + 7) % 7
        let first = LocalDateTime(day: today.adding(days: days), time: time).date(in: zone)
        if first > moment { return first }
        return LocalDateTime(day: today.adding(days: days + 7), time: time).date(in: zone)
    }
}
