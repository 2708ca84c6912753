import Forms
import Foundation

/// A period of the working day for calling customers; `to` is exclusive (CAD-3).
public struct CallHours: Sendable, Hashable, Codable {
    public let from: TimeOfDay
    public let to: TimeOfDay

    public init(from: TimeOfDay, to: TimeOfDay) {
        self.from = from
        self.to = to
    }
}

/// Call hours on a specific day.
public struct CallSlot: Sendable, Hashable {
    public let day: Day
    public let hours: CallHours

    /// Whether `moment` is in the slot, in the time zone `zone`.
    public func contains(_ moment: Date, in zone: TimeZone) -> Bool {
        let local = LocalDateTime(moment, in: zone)
        return local.day == day && hours.from <= local.time && local.time < hours.to
    }
}

extension WorkCalendar {
    /// The slot that contains `moment`, else the next one on a working day; nil without call hours, or without a
    /// working day within two months.
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
