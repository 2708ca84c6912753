import Forms
import Markup

/// The board of work orders: pending, late, and today's visits.
struct WorkOrderBoardPage: Page {
    static let template = "work-orders/board/show"
    let values: PageValues

    /// - Parameter technicians: all who could go, so that those without a visit are shown too.
    init(_ board: WorkOrderBoard, technicians: [Member], member: Member, words orders: WorkOrderWords) {
        let words = orders.words
        let sight = Permissions.workOrders(for: member)
        values = [
            "listHref": .text(Paths.workOrders),
            "scope": .text(Self.scope(sight, orders)),
            "isReadOnly": .flag(!Permissions.may(member, .manageWorkOrders)),
            "today": .text("\(words.day(orders.today)) \(words.weekday(orders.today))"),
            "parts": .list([
                Self.part("to-decide", board.toDecide, [("state", "requested")], orders),
                Self.part("to-dispatch", board.toDispatch, [("state", "approved")], orders),
                Self.part("late", board.late, [("late", "yes")], orders),
                Self.part("not-fixed", board.notFixed, [("not-fixed", "yes")], orders),
            ]),
            "untold": .list(board.untold.map { Self.untold($0, member, orders) }),
            "hasUntold": .flag(!board.untold.isEmpty),
            "untoldCount": .number(board.untold.count),
            "goers": .list(TechnicianDay.values(board.today, technicians, for: sight, orders)),
            "hasGoers": .flag(!board.today.isEmpty || !technicians.isEmpty),
        ]
    }

    private static func scope(_ sight: WorkOrderScope, _ orders: WorkOrderWords) -> String {
        if sight.isComplete { return orders.words("work-orders.board.all") }
        return sight.department.map(orders.department) ?? orders.words("work-orders.no-department")
    }

    /// - Parameter items: the query items of the list with all of the section.
    private static func part(
        _ name: String, _ part: WorkOrderBoard.Part, _ items: [(String, String)], _ orders: WorkOrderWords
    ) -> PageValues {
        let words = orders.words
        let isMore = part.count > part.lines.count
        return [
            "heading": .text(words("work-orders.board.\(name)")), "count": .number(part.count),
            "id": .text(name),
            "rows": .list(part.lines.map(orders.row)), "hasRows": .flag(!part.lines.isEmpty),
            "nothing": .text(words("work-orders.board.\(name).none")),
            "moreHref": isMore ? .text(Paths.with(Paths.workOrders, items)) : .none,
        ]
    }

    private static func untold(_ visit: DispatchedVisit, _ member: Member, _ orders: WorkOrderWords) -> PageValues {
        orders.visit(visit, for: Permissions.workOrders(for: member)).merging([
            "noticeAction": Permissions.may(member, .tellCustomer(visit.visit))
                ? .text(Paths.appointmentNotice(visit.id)) : .none,
            "submission": .text(SubmissionID.random().text),
        ]) { own, _ in own }
    }
}
