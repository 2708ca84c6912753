import Forms
import Foundation

/// A visit for dispatchers: who goes, when, and whether the customer knows (SVC-2).
struct DispatchedVisit: Sendable, Identifiable, Hashable {
    let visit: Visit
    let orderNumber: String
    let customerName: String
    let siteAddress: String
    /// Nil for a contractor.
    let technician: MemberName?
    let firm: String
    let firmPhone: String
    let time: AppointedTime?
    let isCustomerTold: Bool
    let note: String
    let withdrawnBecause: String

    var id: Visit.ID { visit.id }

    /// The technician or the contractor.
    var who: String { technician?.name ?? firm }

    /// Whether the customer still has to be told the time.
    var isUntold: Bool { !isCustomerTold && visit.state.isBeforeArrival }
}

/// Appointment: start and end in the company's local time.
struct AppointedTime: Sendable, Hashable {
    let start: LocalDateTime
    let end: LocalDateTime

    /// - Parameter minutes: the expected duration.
    init(start: LocalDateTime, minutes: Int) {
        self.start = start
        let total = start.time.minutes + max(1, minutes)
        end = LocalDateTime(
            day: start.day.adding(days: total / (24 * 60)), time: TimeOfDay(minutes: total % (24 * 60)) ?? .midnight)
    }

    /// From the database; nil when the end is before the start.
    init?(start: LocalDateTime?, end: LocalDateTime?) {
        guard let start, let end, start < end else { return nil }
        self.start = start
        self.end = end
    }

    var minutes: Int { (end.day - start.day) * 24 * 60 + end.time.minutes - start.time.minutes }

    /// "2026年11月24日 14:00–16:00".
    func words(_ words: Words) -> String { "\(words.day(start.day)) \(hours(words))" }

    /// "14:00–16:00", with the day of the end when it is another.
    func hours(_ words: Words) -> String {
        start.day == end.day
            ? "\(start.time)–\(end.time)" : "\(start.time) – \(words.shortDay(end.day)) \(end.time)"
    }
}
