import Forms

/// Filter of the list of work orders (UX-7).
enum WorkOrderFilter {
    static let state = Field.choice(
        "state", [.any("work-orders.any")] + Choice.each(WorkOrderState.self, "work-order.state."),
        label: .key("work-orders.column.state"))
    static let kind = Field.choice(
        "kind", [.any("work-orders.any")] + Choice.each(WorkOrderKind.self, "work-order.kind."),
        label: .key("work-orders.column.kind"))
    static let department = Field.text("department", maximum: 40, label: .key("work-orders.column.department"))
    static let technician = Field.number("technician", 1...Int.max, label: .key("work-orders.technician"))
    /// By the deadline of arrival, by default the latest first.
    static let order = Field.choice(
        ListQuery.order,
        [.any("work-orders.order.latest"), Choice(value: soonest, label: .key("work-orders.order.soonest"))],
        label: .key("work-orders.sort"))
    static let soonest = "soonest"
    /// Only those past their deadline of arrival.
    static let isLate = Field.flag("late", label: .key("work-orders.only-late"))
    /// Only open ones whose last report says that the work is not done.
    static let isNotFixed = Field.flag("not-fixed", label: .key("work-orders.only-not-fixed"))

    static let form = Form(
        "work-order-filter", [state, kind, department, technician, order, isLate, isNotFixed])
}

/// A row in the list of work orders.
struct WorkOrderLine: Sendable, Identifiable {
    let order: WorkOrder
    /// Technicians and firms, in the order of their dispatch.
    let goers: [String]

    var id: WorkOrder.ID { order.id }
}
