/// What a manager looks at in the morning: what waits for a decision, what is late, who goes where today.
struct WorkOrderBoard: Sendable {
    let toDecide: Part
    let toDispatch: Part
    /// Visits whose time the customer does not know yet.
    let untold: [DispatchedVisit]
    let late: Part
    let notFixed: Part
    /// The visits of the day in order of time.
    let today: [DispatchedVisit]

    /// One part of the board: its first lines, and how many there are.
    struct Part: Sendable {
        let lines: [WorkOrderLine]
        let count: Int
    }

    /// Beyond this, a part of the board leads to the list.
    static let most = 20
}
