import Foundation

/// A day and a time without a time zone; the company's, unless stated otherwise.
public struct LocalDateTime: Sendable, Hashable {
    public let day: Day
    public let time: TimeOfDay

    public init(day: Day, time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    /// The local date and time of `date` in `zone`, truncated to minutes.
    public init(_ date: Date, in zone: TimeZone) {
        day = Day(date, in: zone)
        let minutes = Int(zone.clock(at: date) - day.secondsAfterEpoch) / 60
        time = TimeOfDay(minutes: minutes) ?? .midnight
    }

    /// The first instant with this local time in `zone`; a time skipped by summer time is moved on.
    public func date(in zone: TimeZone) -> Date {
        zone.instant(showing: day.secondsAfterEpoch + TimeInterval(time.minutes * 60))
    }
}

extension LocalDateTime: Comparable {
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }
}

extension LocalDateTime: CodableAsText {
    /// Parses strictly: `2026-11-22T09:30`.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let day = Day(parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
        self.init(day: day, time: time)
    }

    /// `2026-11-22T09:30`
    public var description: String { "\(day)T\(time)" }
}
