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
}
