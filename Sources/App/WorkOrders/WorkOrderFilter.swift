import Forms

/// Which work orders a list shows: the form that its address fills (UX-7).
enum WorkOrderFilter {
    static let state = Field.choice(
        "state", [.any("work-orders.any")] + Choice.each(WorkOrderState.self, "work-order.state."),
        label: .key("work-orders.column.state"))
    static let kind = Field.choice(
        "kind", [.any("work-orders.any")] + Choice.each(WorkOrderKind.self, "work-order.kind."),
        label: .key("work-orders.column.kind"))
    static let department = Field.text("department", maximum: 40, label: .key("work-orders.column.department"))
    static let technician = Field.number("technician", 1...Int.max, label: .key("work-orders.technician"))
    /// By the deadline of arrival, the latest on top unless asked otherwise.
    static let order = Field.choice(
        ListQuery.order,
        [.any("work-orders.order.latest"), Choice(value: soonest, label: .key("work-orders.order.soonest"))],
        label: .key("work-orders.sort"))
    static let soonest = "soonest"
    /// Only those where somebody should have been by now.
    static let isLate = Field.flag("late", label: .key("work-orders.only-late"))
    /// Only those under way of which the last report says that the work is not done.
    static let isNotFixed = Field.flag("not-fixed", label: .key("work-orders.only-not-fixed"))

    static let form = Form(
        "work-order-filter", [state, kind, department, technician, order, isLate, isNotFixed])
}

/// An order as lists show it.
struct WorkOrderLine: Sendable, Identifiable {
    let order: WorkOrder
    /// Technicians and firms, in the order in which they were sent.
    let goers: [String]

    var id: WorkOrder.ID { order.id }
}
