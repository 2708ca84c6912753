import Forms
import Foundation

/// All that a technician needs to know about a visit, and its state (SVC-1, SVC-3).
struct VisitDetails: Sendable, Identifiable {
    let visit: Visit
    let order: WorkOrder
    /// The technician or the contractor.
    let goer: String
    /// The dispatcher's note.
    let note: String
    /// The appointment with the customer, in the company's local time.
    let appointment: Appointed?
    let acceptedAt: Date?
    /// When "I have arrived" was tapped.
    let arrivedAt: Date?
    let withdrawnBecause: String
    /// Whether somebody was there before for the same order, so that the deadline of the first arrival is settled.
    let isLaterVisit: Bool
    let reportBegunAt: Date?
    let reportFiledAt: Date?

    var id: Visit.ID { visit.id }

    /// The appointment as the customer knows it: start and end.
    struct Appointed: Sendable, Hashable {
        let start: LocalDateTime
        let end: LocalDateTime
    }
}

/// A technician's visits of the day, by what they need.
struct VisitDay: Sendable {
    /// With an appointment before today, and not reported.
    let overdue: [VisitDetails]
    let today: [VisitDetails]
    /// Without an appointment, the earliest arrival deadline first.
    let withoutTime: [VisitDetails]
    let tomorrow: [VisitDetails]
    let laterCount: Int
    /// Cash taken and not handed in.
    let cash: Money
    let cashCount: Int

    /// Maximum of visits shown.
    static let most = 60

    init(_ open: [VisitDetails], on today: Day, cash: Money, cashCount: Int) {
        let day = { (briefing: VisitDetails) in briefing.appointment?.start.day }
        let next = today.adding(days: 1)
        overdue = open.filter { day($0).map { $0 < today } ?? false }
        self.today = open.filter { day($0) == today }
        tomorrow = open.filter { day($0) == next }
        withoutTime = open.filter { $0.appointment == nil }.sorted {
            ($0.order.arriveBy, $0.id) < ($1.order.arriveBy, $1.id)
        }
        laterCount = open.count { day($0).map { $0 > next } ?? false }
        self.cash = cash
        self.cashCount = cashCount
    }

    var isEmpty: Bool { overdue.isEmpty && today.isEmpty && withoutTime.isEmpty && tomorrow.isEmpty }
}
