extension CSVFile {
    /// Export of the list of work orders.
    init(_ lines: ListSlice<WorkOrderLine>, words orders: WorkOrderWords) {
        self.init(
            "work-orders-\(orders.today)",
            [
                Column("work-orders.column.number") { .text($0.order.number) },
                Column("work-orders.column.customer") { .text($0.order.customer.name) },
                Column("work-orders.column.project") { .text($0.order.project.number) },
                Column("work-orders.column.kind") { .text(orders.kind($0.order)) },
                Column("work-orders.column.urgency") { .text(orders.urgency($0.order)) },
                Column("work-orders.column.department") { .text(orders.department($0.order.details.department)) },
                Column("work-orders.column.state") { .text(orders.state($0.order.state)) },
                Column("work-orders.column.received") { .moment($0.order.details.receivedAt) },
                Column("work-orders.column.arrive-by") { .moment($0.order.arriveBy) },
                Column("work-orders.column.late") { .isTrue($0.order.isLate(at: orders.now)) },
                Column("work-orders.column.goers") { .text($0.goers.joined(separator: " ")) },
            ], lines, orders.words)
    }
}
