import Forms
import Foundation
import Markup
import Rulebooks

/// Formats work orders, the same on every page.
struct WorkOrderWords: Sendable {
    let rulebook: Rulebook
    let words: Words
    let now: Date

    var today: Day { Day(now, in: words.zone) }

    func kind(_ order: WorkOrder) -> String { words("work-order.kind.\(order.details.kind.rawValue)") }
    func urgency(_ order: WorkOrder) -> String { words("work-order.urgency.\(order.details.urgency.rawValue)") }
    func department(_ id: String) -> String { rulebook.departmentTitle(id, words) }
    func state(_ state: WorkOrderState) -> String { words("work-order.state.\(state.rawValue)") }

    func customer(_ order: WorkOrder) -> String { order.customer.formOfAddress.words(for: order.customer.name, words) }

    func badge(_ state: WorkOrderState) -> PageValue {
        let look: BadgeLook =
            switch state {
            case .requested, .approved: .attention
            case .dispatched, .accepted: .neutral
            case .onSite: .now
            case .reported, .confirmed, .handedIn, .closed: .done
            case .refused: .stopped
            case .cancelled: .inactive
            }
        return .badge(look, self.state(state))
    }

    /// The time left until the arrival deadline, or since when it is late; empty once somebody has arrived.
    func deadline(_ order: WorkOrder) -> PageValue {
        let deadline = Deadline(order, at: now)
        guard deadline != .settled else { return .none }
        return .badge(deadline.look, deadline.words(words))
    }

    /// A row in the list.
    func row(_ line: WorkOrderLine) -> PageValues {
        let order = line.order
        return [
            "href": .text(Paths.workOrder(order.id)), "number": .text(order.number),
            "customer": .text(customer(order)), "address": .text(order.details.siteAddress),
            "kind": .text(kind(order)),
            "isUrgent": .flag(order.details.urgency == .waterElectricity), "urgency": .text(urgency(order)),
            "department": .text(department(order.details.department)), "badge": badge(order.state),
            "deadline": deadline(order), "arriveBy": .text(words.dateTime(order.arriveBy)),
            "goers": .text(line.goers.joined(separator: words("work-orders.separator"))),
        ]
    }

    /// A row in lists of visits: when, where, who.
    /// - Parameter sight: the viewer's scope; orders of other departments are named without a link.
    func visit(_ visit: DispatchedVisit, for sight: WorkOrderScope) -> PageValues {
        [
            "orderHref": sight.shows(visit) ? .text(Paths.workOrder(visit.visit.orderID)) : .none,
            "order": .text(visit.orderNumber),
            "customer": .text(visit.customerName), "address": .text(visit.siteAddress), "who": .text(visit.who),
            "hours": .text(visit.time?.hours(words) ?? ""), "time": .text(visit.time?.words(words) ?? ""),
            "badge": VisitWords(words).badge(visit.visit.state), "isUntold": .flag(visit.isUntold),
        ]
    }
}
