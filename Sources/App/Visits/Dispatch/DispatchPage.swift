import Forms
import Markup

/// The page to dispatch a visit: who is free on the chosen day, and the form.
struct DispatchPage: Page {
    static let template = "visits/dispatch/show"
    let values: PageValues

    /// - Parameter clashes: other visits of the technician at the entered time.
    init(
        _ form: PostedForm, for whole: WorkOrderOverview, on day: Day, _ visits: [DispatchedVisit],
        _ technicians: [Member], for member: Member, clashes: [DispatchedVisit], words orders: WorkOrderWords
    ) {
        let words = orders.words
        let order = whole.order
        let sight = Permissions.workOrders(for: member)
        let sent = whole.visits.filter { $0.visit.state != .withdrawn }
        values = [
            "backHref": .text(Paths.workOrder(order.id)), "backLabel": .text(order.number),
            "customer": .text(orders.customer(order)), "address": .text(order.details.siteAddress),
            "symptom": .text(order.details.symptom),
            "deadline": orders.deadline(order), "arriveBy": .text(words.dateTime(order.arriveBy)),
            "wish": .optional(whole.nextWish ?? order.details.wish),
            "sent": .list(sent.map { orders.visit($0, for: sight) }), "hasSent": .flag(!sent.isEmpty),
            "clashes": .list(clashes.map { orders.visit($0, for: sight) }), "hasClashes": .flag(!clashes.isEmpty),
            "isMovedOn": .flag(form.isStale),
            "dayAction": .text(Paths.visits(order.id)), "day": .text(day.description),
            "dayHeading": .text("\(words.day(day)) \(words.weekday(day))"),
            "days": .list(Self.days(order, day, orders)),
            "goers": .list(TechnicianDay.values(visits, technicians, for: sight, orders)),
            "hasGoers": .flag(!technicians.isEmpty),
            "form": .page(
                FormValues.make(
                    form, action: Paths.visits(order.id), submit: "work-orders.dispatch",
                    cancel: Paths.workOrder(order.id), version: order.version, words: words)),
        ]
    }

    /// Links to today and the following days.
    private static func days(_ order: WorkOrder, _ chosen: Day, _ orders: WorkOrderWords) -> [PageValues] {
        (0..<5).map { distance in
            let day = orders.today.adding(days: distance)
            return [
                "href": .text(Paths.with(Paths.visits(order.id), [("day", day.description)])),
                "label": .text("\(orders.words.shortDay(day)) \(orders.words.weekday(day))"),
                "current": .flag(day == chosen),
            ]
        }
    }
}
