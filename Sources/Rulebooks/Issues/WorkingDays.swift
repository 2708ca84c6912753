import Forms
import Foundation

/// The company's working hours on working days (ISS-3).
struct WorkingDays: Sendable, Hashable {
    private let calendar: WorkCalendar
    private let hours: [CallHours]

    /// Maximum days searched for working hours; no deadline is further away.
    private static let horizon = 3_660

    init(_ calendar: WorkCalendar, hours: [CallHours]) {
        self.calendar = calendar
        self.hours = hours.sorted { $0.from < $1.from }
    }

    /// Working time from `start` on, as spans in order.
    func spans(from start: Date, in zone: TimeZone) -> some Sequence<Range<Date>> {
        let first = Day(start, in: zone)
        return (0...Self.horizon).lazy.map { first.adding(days: $0) }.filter(calendar.isWorkingDay)
            .flatMap { day in
                hours.compactMap { part -> Range<Date>? in
                    let from = max(start, LocalDateTime(day: day, time: part.from).date(in: zone))
                    let to = LocalDateTime(day: day, time: part.to).date(in: zone)
                    return from < to ? from..<to : nil
                }
            }
    }

    /// The end of work on the first day that has any left; nil when there is no working time at all.
    func endOfDay(at moment: Date, in zone: TimeZone) -> Date? {
        guard let next = spans(from: moment, in: zone).first(where: { _ in true }), let last = hours.last else {
            return nil
        }
        return LocalDateTime(day: Day(next.lowerBound, in: zone), time: last.to).date(in: zone)
    }
}
