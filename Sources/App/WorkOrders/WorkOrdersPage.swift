import Forms
import Foundation
import Markup
import Rulebooks

/// The list of work orders, with filter, counts and pagination in its address (UX-7).
struct WorkOrdersPage: Page {
    static let template = "work-orders/index"
    let values: PageValues

    /// - Parameter technicians: options of the filter; empty for a member who sees only their own orders.
    init(
        _ list: ListSlice<WorkOrderLine>, _ query: ListQuery, technicians: [Member], member: Member,
        words orders: WorkOrderWords
    ) {
        let words = orders.words
        let any = [Choice.any("work-orders.any")]
        let filter = FilterValues(
            query: query, words: words,
            options: [
                "department": any + orders.rulebook.departmentChoices(),
                "technician": technicians.isEmpty ? [] : any + technicians.map(Choice.init(_:)),
            ])
        let own: PageValues = [
            "filter": filter.filter,
            "rows": .list(list.rows.map(orders.row)), "isEmpty": .flag(list.rows.isEmpty),
            "title": .text(words("work-orders.empty-title")),
            "text": .text(words(Self.emptyText(query, Permissions.workOrders(for: member)))),
            "actionHref": query.isNarrowed ? .text(query.path) : .none,
            "actionLabel": .text(words("work-orders.show-all")),
            "boardHref": Permissions.may(member, .seeWorkOrderBoard) ? .text(Paths.workOrderBoard) : .none,
            "fileHref": Permissions.may(member, .exportWorkOrders) ? .text(query.fileHref) : .none,
            "count": .text(
                words(
                    list.isCounted ? "work-orders.count" : "work-orders.count-more", ["count": String(list.count)])),
        ]
        values = own.merging(query.pagination(list, words)) { own, _ in own }
    }

    private static func emptyText(_ query: ListQuery, _ sight: WorkOrderScope) -> String {
        if query.isNarrowed { return "work-orders.empty-filtered" }
        return sight.isComplete || sight.department != nil || sight.technician != nil
            ? "work-orders.empty-text" : "work-orders.no-department"
    }
}
