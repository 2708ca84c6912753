/// Board of work orders: pending decisions, late orders, today's visits.
struct WorkOrderBoard: Sendable {
    let toDecide: Part
    let toDispatch: Part
    /// Visits whose time the customer was not told yet.
    let untold: [DispatchedVisit]
    let late: Part
    let notFixed: Part
    /// Today's visits by time.
    let today: [DispatchedVisit]

    /// One section of the board: its first rows, and the total.
    struct Part: Sendable {
        let lines: [WorkOrderLine]
        let count: Int
    }

    /// Rows per section; more are in the list.
    static let most = 20

    /// What waits for somebody, by the name of its section (`work-orders.board.<name>`), in the order of its urgency.
    var waiting: [(name: String, count: Int)] {
        let counts = [
            ("late", late.count), ("to-decide", toDecide.count), ("to-dispatch", toDispatch.count),
            ("untold", untold.count), ("not-fixed", notFixed.count),
        ]
        return counts.filter { $0.1 > 0 }
    }

    /// The first orders that wait for a decision or a visit, those that are late before the others, each once.
    var pressing: [WorkOrderLine] {
        var seen: Set<WorkOrder.ID> = []
        let all = (late.lines + toDecide.lines + toDispatch.lines).filter { seen.insert($0.order.id).inserted }
        return Array(all.prefix(Self.mostPressing))
    }

    private static let mostPressing = 10
}
