import Forms
import Foundation
import Rulebooks

/// The list of work orders with its filters as an address, counts and pages (UX-7).
struct WorkOrdersPage: Page {
    static let template = "work-orders/index"
    let values: PageValues

    /// - Parameter technicians: those who can be filtered by; empty for somebody who sees only their own orders.
    init(
        _ list: WorkOrderList, _ filter: WorkOrderFilter, technicians: [Member], member: Member,
        words orders: WorkOrderWords
    ) {
        let words = orders.words
        let first = (filter.page - 1) * WorkOrderFilter.pageSize + 1
        let isCounted = list.count <= WorkOrderFilter.countLimit
        let sight = Permissions.workOrders(for: member)
        values = [
            "rows": .list(list.lines.map(orders.row)), "isEmpty": .flag(list.lines.isEmpty),
            "isFiltered": .flag(filter.isNarrowed), "title": .text(words("work-orders.empty-title")),
            "text": .text(words(Self.emptyText(filter, sight))), "actionHref": .text(Paths.workOrders),
            "actionLabel": .text(words("work-orders.show-all")),
            "boardHref": Permissions.may(member, .seeWorkOrderBoard) ? .text(Paths.workOrderBoard) : .none,
            "fileHref": Permissions.may(member, .exportWorkOrders)
                ? .text(Paths.with(Paths.workOrdersFile, filter.items)) : .none,
            "count": .text(
                words(
                    isCounted ? "work-orders.count" : "work-orders.count-more",
                    ["count": String(min(list.count, WorkOrderFilter.countLimit))])),
            "states": Self.options(
                WorkOrderState.allCases.map { ($0.rawValue, orders.state($0)) }, filter.state?.rawValue, words),
            "departments": Self.options(
                orders.rulebook.departments.map { ($0.id, $0.title[words.language]) }, filter.department, words),
            "technicians": Self.options(
                technicians.map { (String($0.id), $0.name) }, filter.technician.map(String.init), words),
            "hasTechnicians": .flag(!technicians.isEmpty),
            "kinds": Self.options(
                WorkOrderKind.allCases.map { ($0.rawValue, words("work-order.kind.\($0.rawValue)")) },
                filter.kind?.rawValue, words),
            "isLate": .flag(filter.isLate), "isNotFixed": .flag(filter.isNotFixed),
            "orders": .list(
                WorkOrderFilter.Order.allCases.map {
                    [
                        "value": .text($0.rawValue), "label": .text(words("work-orders.order.\($0.rawValue)")),
                        "checked": .flag($0 == filter.order),
                    ]
                }),
            "summary": .text(
                words(
                    "pagination.shown",
                    ["first": String(first), "last": String(max(first, first + list.lines.count - 1))])),
            "previousHref": filter.page > 1 ? .text(filter.href(page: filter.page - 1)) : .none,
            "nextHref": list.count >= first + WorkOrderFilter.pageSize
                ? .text(filter.href(page: filter.page + 1)) : .none,
        ]
    }

    private static func emptyText(_ filter: WorkOrderFilter, _ sight: WorkOrderScope) -> String {
        if filter.isNarrowed { return "work-orders.empty-filtered" }
        return sight.isComplete || sight.department != nil || sight.technician != nil
            ? "work-orders.empty-text" : "work-orders.no-department"
    }

    /// The options of a filter, the first of them leaving it open.
    private static func options(_ values: [(String, String)], _ chosen: String?, _ words: Words) -> PageValue {
        .list(
            ([("", words("work-orders.any"))] + values).map { value, label in
                ["value": .text(value), "label": .text(label), "checked": .flag(value == (chosen ?? ""))]
            })
    }
}
