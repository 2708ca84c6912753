import Forms
import Foundation

extension CSVFile {
    /// The list of work orders.
    init(_ lines: [WorkOrderLine], words orders: WorkOrderWords) {
        let words = orders.words
        let columns = [
            "number", "customer", "project", "kind", "urgency", "department", "state", "received", "arrive-by", "late",
            "goers",
        ]
        self.init(
            "work-orders-\(orders.today)", columns: columns.map { words("work-orders.column.\($0)") },
            rows: lines.map { line in
                let order = line.order
                return [
                    order.number, order.customer.name, order.project.number, orders.kind(order), orders.urgency(order),
                    orders.department(order.details.department), orders.state(order.state),
                    Self.moment(order.details.receivedAt, words), Self.moment(order.arriveBy, words),
                    order.isLate(at: orders.now) ? words("form.yes") : words("form.no"),
                    line.goers.joined(separator: " "),
                ]
            })
    }
}
