import Forms
import Foundation
import Rulebooks

/// Why customers are not called at some moment (CAD-3).
enum NoCallTime: String, Sendable, CaseIterable {
    case holiday
    case dayOff = "day-off"
    case offHours = "off-hours"
}

extension CallbackTimes {
    /// - Returns: nil within the call hours of a working day; make-up working days are such (调休).
    func noCallTime(at moment: Date) -> NoCallTime? {
        let local = LocalDateTime(moment, in: zone)
        guard calendar.isWorkingDay(local.day) else { return calendar.isHoliday(local.day) ? .holiday : .dayOff }
        let isWithin = rulebook.callHours.contains { $0.from <= local.time && local.time < $0.to }
        return isWithin ? nil : .offHours
    }

    /// What a page says outside the call hours: why, and when the next ones begin; nil within them.
    func note(_ words: Words) -> String? {
        guard let why = noCallTime(at: now) else { return nil }
        return words(
            "call-hours.\(why.rawValue)",
            [
                "hours": rulebook.callHours.map { "\($0.from)–\($0.to)" }.joined(separator: words("staff.separator")),
                "next": nextSlot.map { next($0, words) } ?? "–",
            ])
    }

    /// A time of today as the time alone, any other with its day of the week.
    private func next(_ slot: Date, _ words: Words) -> String {
        let day = Day(slot, in: zone)
        return day == Day(now, in: zone) ? words.time(slot) : words.weekday(day) + " " + words.dateTime(slot)
    }
}
