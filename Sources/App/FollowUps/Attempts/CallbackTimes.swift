import Forms
import Foundation
import Rulebooks

/// The preset times of *call later*, so that a callback takes two keystrokes (CAD-4).
struct CallbackTimes: Sendable {
    let now: Date
    let zone: TimeZone
    let rulebook: Rulebook
    let calendar: WorkCalendar

    enum Kind: String, Sendable, CaseIterable {
        case hour, slot, tomorrow
        case typed
    }

    /// - Parameter kind: the preset; nil for a typed time.
    func date(_ kind: String?, typed: LocalDateTime?) -> Date? {
        switch kind.flatMap(Kind.init) ?? .typed {
        case .hour: now.addingTimeInterval(3600)
        case .slot: nextSlot
        case .tomorrow:
            LocalDateTime(day: Day(now, in: zone).adding(days: 1), time: LocalDateTime(now, in: zone).time).date(
                in: zone)
        case .typed: typed?.date(in: zone)
        }
    }

    /// The start of the next call hours.
    var nextSlot: Date? {
        guard let slot = calendar.nextCallSlot(after: now, hours: rulebook.callHours, in: zone) else { return nil }
        let start = LocalDateTime(day: slot.day, time: slot.hours.from).date(in: zone)
        if start > now { return start }
        let end = LocalDateTime(day: slot.day, time: slot.hours.to).date(in: zone)
        return calendar.nextCallSlot(after: end, hours: rulebook.callHours, in: zone)
            .map { LocalDateTime(day: $0.day, time: $0.hours.from).date(in: zone) }
    }
}
