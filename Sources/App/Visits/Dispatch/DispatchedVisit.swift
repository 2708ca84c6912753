import Forms
import Foundation

/// A visit as the desk sees it: who goes, when, and whether the customer knows (SVC-2).
struct DispatchedVisit: Sendable, Identifiable, Hashable {
    let visit: Visit
    let orderNumber: String
    let customerName: String
    let siteAddress: String
    /// Nil where an outside firm goes.
    let technician: MemberName?
    let firm: String
    let firmPhone: String
    let time: AppointedTime?
    let isCustomerTold: Bool
    let note: String
    let withdrawnBecause: String

    var id: Visit.ID { visit.id }

    /// The technician or the firm.
    var who: String { technician?.name ?? firm }

    /// Whether somebody has still to tell the customer when.
    var isUntold: Bool { !isCustomerTold && visit.state.isBeforeArrival }
}

/// From when to when somebody is expected, by the company's clocks.
struct AppointedTime: Sendable, Hashable {
    let start: LocalDateTime
    let end: LocalDateTime

    /// - Parameter minutes: how long it will take, beginning at `start`.
    init(start: LocalDateTime, minutes: Int) {
        self.start = start
        let total = start.time.minutes + max(1, minutes)
        end = LocalDateTime(
            day: start.day.adding(days: total / (24 * 60)), time: TimeOfDay(minutes: total % (24 * 60)) ?? .midnight)
    }

    /// What the database holds; an end before its start makes none.
    init?(start: LocalDateTime?, end: LocalDateTime?) {
        guard let start, let end, start < end else { return nil }
        self.start = start
        self.end = end
    }

    var minutes: Int { (end.day - start.day) * 24 * 60 + end.time.minutes - start.time.minutes }

    /// "2026年11月24日 14:00–16:00".
    func words(_ words: Words) -> String { "\(words.day(start.day)) \(hours(words))" }

    /// "14:00–16:00", with the day of its end when that is another.
    func hours(_ words: Words) -> String {
        start.day == end.day
            ? "\(start.time)–\(end.time)" : "\(start.time) – \(words.shortDay(end.day)) \(end.time)"
    }
}
