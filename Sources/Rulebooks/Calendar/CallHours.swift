import Forms
import Foundation

/// A part of the working day in which customers are called; `to` is the first minute outside it (CAD-3).
public struct CallHours: Sendable, Hashable, Codable {
    public let from: TimeOfDay
    public let to: TimeOfDay

    public init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }
}

/// Call hours on a certain day.
public struct CallSlot: Sendable, Hashable {
    public let day: Day
    public let hours: CallHours

    /// Whether `moment` lies in the slot, by the clocks of `zone`.
    public func contains(_ moment: Date, in zone: TimeZone) -> Bool {
        let local = LocalDateTime(moment, in: zone)
        return local.day == day && hours.from <= local.time && local.time < hours.to
    }
}

extension WorkCalendar {
    /// The slot that `moment` lies in, or else the next one on a working day; nil when there are no hours, or no working
    /// day within two months.
    public func nextCallSlot(after moment: Date, hours: [CallHours], in zone: TimeZone) -> CallSlot? {
        let local = LocalDateTime(moment, in: zone)
        let hours = hours.sorted { $0.from < $1.from }
        for day in (0...62).lazy.map({ local.day.adding(days: $0) }) where isWorkingDay(day) {
            if let next = hours.first(where: { day > local.day || local.time < $0.to }) {
                return CallSlot(day: day, hours: next)
            }
        }
        return nil
    }
}
