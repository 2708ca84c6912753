import Forms

/// Which work orders a list shows, as its address says (UX-7).
struct WorkOrderFilter: Sendable, Hashable {
    let state: WorkOrderState?
    let department: String?
    let technician: Member.ID?
    let kind: WorkOrderKind?
    /// Only those where somebody should have been by now.
    let isLate: Bool
    /// Only those under way of which the last report says that the work is not done.
    let isNotFixed: Bool
    let order: Order
    /// From 1.
    let page: Int

    /// By the deadline of arrival.
    enum Order: String, Sendable, CaseIterable {
        case latest, soonest
    }

    static let pageSize = 50
    /// Counting stops here, as in the list of follow-ups.
    static let countLimit = 1_000
    private static let lastPage = 2_000

    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String]) {
        state = query["state"].flatMap(WorkOrderState.init)
        department = query["department"].flatMap { $0.isEmpty || $0.utf8.count > 40 ? nil : $0 }
        technician = query["technician"].flatMap { ID($0) }
        kind = query["kind"].flatMap(WorkOrderKind.init)
        isLate = query["late"] == "yes"
        isNotFixed = query["not-fixed"] == "yes"
        order = query["order"].flatMap(Order.init) ?? .latest
        page = min(max(query["page"].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1, 1), Self.lastPage)
    }

    var isNarrowed: Bool {
        state != nil || department != nil || technician != nil || kind != nil || isLate || isNotFixed || page > 1
    }

    var items: [(String, String)] {
        [
            ("state", state?.rawValue ?? ""), ("department", department ?? ""),
            ("technician", technician.map(String.init) ?? ""), ("kind", kind?.rawValue ?? ""),
            ("late", isLate ? "yes" : ""), ("not-fixed", isNotFixed ? "yes" : ""),
            ("order", order == .latest ? "" : order.rawValue),
        ]
    }

    func href(page: Int) -> String {
        Paths.with(Paths.workOrders, items + [("page", page > 1 ? String(page) : "")])
    }
}

/// One page of a list of work orders.
struct WorkOrderList: Sendable {
    let lines: [WorkOrderLine]
    /// At most `WorkOrderFilter.countLimit + 1`, which means "more".
    let count: Int
}

/// An order as lists show it.
struct WorkOrderLine: Sendable, Identifiable {
    let order: WorkOrder
    /// Technicians and firms, in the order in which they were sent.
    let goers: [String]

    var id: WorkOrder.ID { order.id }
}
