import Forms
import Foundation

/// The list of work orders as CSV, as spreadsheets open it.
struct WorkOrdersFile: Sendable {
    /// The most rows of a file.
    static let limit = 10_000
    let name: String
    let text: String

    init(_ lines: [WorkOrderLine], words orders: WorkOrderWords) {
        let words = orders.words
        let columns = [
            "number", "customer", "project", "kind", "urgency", "department", "state", "received", "arrive-by", "late",
            "goers",
        ]
        var rows = [columns.map { words("work-orders.column.\($0)") }]
        for line in lines {
            let order = line.order
            rows.append([
                order.number, order.customer.name, order.project.number, orders.kind(order), orders.urgency(order),
                orders.department(order.details.department), orders.state(order.state),
                Self.moment(order.details.receivedAt, words), Self.moment(order.arriveBy, words),
                order.isLate(at: orders.now) ? words("form.yes") : words("form.no"),
                line.goers.joined(separator: " "),
            ])
        }
        name = "work-orders-\(orders.today).csv"
        text = "\u{FEFF}" + rows.map { $0.map(CSVCell.escaped).joined(separator: ",") + "\r\n" }.joined()
    }

    /// As spreadsheets read it: 2026-11-24 14:00.
    private static func moment(_ date: Date, _ words: Words) -> String {
        let local = LocalDateTime(date, in: words.zone)
        return "\(local.day) \(local.time)"
    }
}
