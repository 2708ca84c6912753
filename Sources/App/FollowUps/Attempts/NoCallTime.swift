import Forms
import Foundation
import Rulebooks

/// Why a moment is outside the call hours (CAD-3).
enum NoCallTime: String, Sendable, CaseIterable {
    case holiday
    case dayOff = "day-off"
    case offHours = "off-hours"
}

extension CallbackTimes {
    /// - Returns: nil within the call hours of a working day, which includes make-up working days (调休).
    func noCallTime(at moment: Date) -> NoCallTime? {
        let local = LocalDateTime(moment, in: zone)
        guard calendar.isWorkingDay(local.day) else { return calendar.isHoliday(local.day) ? .holiday : .dayOff }
        let isWithin = rulebook.callHours.contains { $0.from <= local.time && local.time < $0.to }
        return isWithin ? nil : .offHours
    }

    /// Outside the call hours, why and when the next ones begin; nil within them.
    func note(_ words: Words) -> String? {
        guard let why = noCallTime(at: now) else { return nil }
        return words(
            "call-hours.\(why.rawValue)",
            [
                "hours": rulebook.callHours.map { "\($0.from)–\($0.to)" }.joined(separator: words("staff.separator")),
                "next": nextSlot.map { next($0, words) } ?? "–",
            ])
    }

    /// The time alone for today, with the day of the week for other days.
    private func next(_ slot: Date, _ words: Words) -> String {
        let day = Day(slot, in: zone)
        return day == Day(now, in: zone) ? words.time(slot) : words.weekday(day) + " " + words.dateTime(slot)
    }
}
