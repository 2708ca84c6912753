import Forms
import Markup

/// The facts of an order on its page, entered and derived.
enum WorkOrderEntries {
    static func values(_ whole: WorkOrderOverview, member: Member, _ orders: WorkOrderWords) -> [PageValues] {
        let words = orders.words
        let order = whole.order
        let details = order.details
        let maySeeProject = Permissions.may(member, .seeCustomers)
        let maySeeCalls = Permissions.may(member, .seeFollowUps)
        let requested = words(
            "work-orders.requested-by",
            ["name": order.requestedBy.name, "time": words.dateTime(order.requestedAt)])
        let rows: [(String, String, String?)] = [
            (
                "work-orders.column.project", order.project.number,
                maySeeProject ? Paths.project(order.project.id) : nil
            ),
            ("work-order.site-address", details.siteAddress, nil),
            ("work-order.equipment", whole.equipment?.name ?? "", nil),
            ("work-orders.warranty", whole.warranty.sentence(words), nil),
            ("work-order.urgency", orders.urgency(order), nil),
            ("work-orders.column.arrive-by", words.dateTime(order.arriveBy), nil),
            ("work-order.wish", details.wish, nil),
            ("work-order.tools", details.tools, nil),
            ("work-order.department", orders.department(details.department), nil),
            ("work-order.received", words.dateTime(details.receivedAt), nil),
            (
                "work-order.source", words("work-order.source.\(details.source.rawValue)"),
                maySeeCalls ? details.followUpID.map { Paths.followUp($0) } : nil
            ),
            ("work-orders.requested", requested, nil),
        ]
        return rows.map { key, value, href in
            ["label": .text(words(key)), "value": .text(value), "href": .optional(href)]
        }
    }
}

/// A row in an order's history.
enum WorkOrderStepRow {
    static func values(_ step: WorkOrderStep, _ words: Words) -> PageValues {
        let arguments: SentenceArguments = [
            "name": step.by, "visit": step.visit.map(String.init) ?? "", "goer": step.goer,
            "agreed": step.time?.words(words) ?? "",
        ]
        let isUntold = step.kind == .agreed && !step.isCustomerTold
        return [
            "time": .text(words.dateTime(step.at)),
            "text": .text(words("work-orders.step.\(step.kind.rawValue)", arguments)),
            "untold": isUntold ? .text(words("visit.untold")) : .none,
            "reason": .text(step.text),
        ]
    }
}
