import Forms
import Foundation

/// What whoever goes to a site has to know, and how far the visit has come (SVC-1, SVC-3).
struct VisitDetails: Sendable, Identifiable {
    let visit: Visit
    let order: WorkOrder
    /// The technician, or the outside firm.
    let goer: String
    /// What was written down for whoever goes.
    let note: String
    /// The time that was agreed with the customer, by the company's clocks.
    let appointment: Appointed?
    let acceptedAt: Date?
    /// When "I have arrived" was tapped.
    let arrivedAt: Date?
    let withdrawnBecause: String
    let reportBegunAt: Date?
    let reportFiledAt: Date?

    var id: Visit.ID { visit.id }

    /// From when to when the customer expects somebody.
    struct Appointed: Sendable, Hashable {
        let start: LocalDateTime
        let end: LocalDateTime
    }
}

/// The visits of somebody's day, by what is to be done about them.
struct VisitDay: Sendable {
    /// Agreed for a day that is over, and not reported.
    let overdue: [VisitDetails]
    let today: [VisitDetails]
    /// No time was agreed yet; the one to be reached first stands first.
    let withoutTime: [VisitDetails]
    let tomorrow: [VisitDetails]
    let laterCount: Int
    /// Cash that was taken and not handed in.
    let cash: Money
    let cashCount: Int

    /// The most visits that a day shows; nobody makes more.
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
