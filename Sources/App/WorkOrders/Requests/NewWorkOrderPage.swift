import Forms
import Markup

/// The page to request a visit: the form, with warranty and earlier orders beside it.
struct NewWorkOrderPage: Page {
    static let template = "work-orders/requests/new"
    let values: PageValues

    init(_ form: PostedForm, _ briefing: WorkOrderBriefing, words orders: WorkOrderWords) {
        let words = orders.words
        let project = briefing.project
        let back =
            briefing.issue.map { Paths.issue($0.id) } ?? briefing.followUp.map { Paths.followUp($0.id) }
            ?? Paths.project(project.id)
        let drawn = FormValues.make(
            form, action: Paths.workOrders, submit: "work-orders.request", cancel: back,
            keep: "work-order-for-\(project.id)", words: words
        ).merging([
            "project": .number(project.id.number), "issue": .optional(briefing.issue?.id),
            "followUp": .optional(briefing.followUp?.id),
        ]) { own, _ in own }
        let open = briefing.orders.filter { !$0.state.isOver }
        values = [
            "backHref": .text(back), "backLabel": .text(briefing.issue?.number ?? project.number),
            "form": .page(drawn),
            "unseenPhone": .optional(
                briefing.unseenPhone.map { words("work-orders.phone-unseen", ["phone": $0.masked]) }),
            "warranties": .list(Self.warranties(briefing, orders)),
            "hasOpen": .flag(!open.isEmpty),
            "openText": .text(words("work-orders.open-already", ["count": String(open.count)])),
            "orders": .list(briefing.orders.prefix(10).map { EarlierOrder.values($0, orders) }),
            "hasOrders": .flag(!briefing.orders.isEmpty),
        ]
    }

    /// The warranty of the project, and of each piece of equipment with its own.
    private static func warranties(_ briefing: WorkOrderBriefing, _ orders: WorkOrderWords) -> [PageValues] {
        let words = orders.words
        let own = briefing.equipment.filter { $0.isInstalled && $0.details.warrantyUntil != nil }
        let project = WarrantyStatus(nil, briefing.warranty, on: orders.today)
        return [["label": .text(words("work-orders.warranty.project")), "text": .text(project.sentence(words))]]
            + own.map { piece in
                let status = WarrantyStatus(piece, briefing.warranty, on: orders.today)
                return ["label": .text(piece.name), "text": .text(status.sentence(words))]
            }
    }
}

/// A row in the list of the project's orders.
enum EarlierOrder {
    static func values(_ order: WorkOrder, _ orders: WorkOrderWords) -> PageValues {
        [
            "href": .text(Paths.workOrder(order.id)), "number": .text(order.number), "kind": .text(orders.kind(order)),
            "badge": orders.badge(order.state), "day": .text(orders.words.dateTime(order.details.receivedAt)),
            "symptom": .text(String(order.details.symptom.prefix(80))),
        ]
    }
}
