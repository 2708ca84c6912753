import Forms

/// Sending somebody: who is free on the chosen day, and the form.
struct DispatchPage: Page {
    static let template = "visits/dispatch/show"
    let values: PageValues

    /// What stands in the way of sending the form as it is.
    enum Obstacle: Sendable {
        case clash([DispatchedVisit])
        /// Somebody else sent somebody, or decided, since the form was opened (UX-4).
        case movedOn
    }

    /// - Parameter version: the order's, as the form was opened with it; nil takes the stored one.
    init(
        _ bound: BoundForm, for whole: WorkOrderOverview, on day: Day, _ visits: [DispatchedVisit],
        _ technicians: [Member], for member: Member, version: Int? = nil, obstacle: Obstacle? = nil,
        submission: SubmissionID = .random(), words orders: WorkOrderWords
    ) {
        let words = orders.words
        let order = whole.order
        let sight = Permissions.workOrders(for: member)
        let sent = whole.visits.filter { $0.visit.state != .withdrawn }
        let clashes = if case .clash(let visits) = obstacle { visits } else { [DispatchedVisit]() }
        let isMovedOn = if case .movedOn = obstacle { true } else { false }
        values = [
            "backHref": .text(Paths.workOrder(order.id)), "backLabel": .text(order.number),
            "customer": .text(orders.customer(order)), "address": .text(order.details.siteAddress),
            "symptom": .text(order.details.symptom),
            "deadline": orders.deadline(order), "arriveBy": .text(words.dateTime(order.arriveBy)),
            "wish": .optional(whole.nextWish ?? order.details.wish),
            "sent": .list(sent.map { orders.visit($0, for: sight) }), "hasSent": .flag(!sent.isEmpty),
            "clashes": .list(clashes.map { orders.visit($0, for: sight) }), "hasClashes": .flag(!clashes.isEmpty),
            "isMovedOn": .flag(isMovedOn),
            "dayAction": .text(Paths.visits(order.id)), "day": .text(day.description),
            "dayHeading": .text("\(words.day(day)) \(words.weekday(day))"),
            "days": .list(Self.days(order, day, orders)),
            "goers": .list(TechnicianDay.values(visits, technicians, for: sight, orders)),
            "hasGoers": .flag(!technicians.isEmpty),
            "form": .page(
                FormValues.make(
                    bound, action: Paths.visits(order.id), submit: "work-orders.dispatch",
                    cancel: Paths.workOrder(order.id), submission: submission, version: version ?? order.version,
                    words: words)),
        ]
    }

    /// Today and the days after it, to look at with one click.
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
