import Forms
import Foundation
import Markup

/// What waits around service on site: orders, and the cash that comes back with them.
extension TodayPage {
    /// Orders that wait for a decision, a visit or a word to the customer; nil when there are none (SVC-2).
    static func orders(_ board: WorkOrderBoard, now: Date, _ follow: FollowUpWords) -> PageValues? {
        guard !board.waiting.isEmpty else { return nil }
        let orders = WorkOrderWords(rulebook: follow.rulebook, words: follow.words, now: now)
        return [
            "boardHref": .text(Paths.workOrderBoard), "rows": .list(board.pressing.map(orders.row)),
            "hasRows": .flag(!board.pressing.isEmpty),
            "figures": .list(
                board.waiting.map { name, count in
                    [
                        "href": .text("\(Paths.workOrderBoard)#\(name)"), "count": .number(count),
                        "label": .text(follow.words("work-orders.board.\(name)")),
                    ]
                }),
        ]
    }

    /// Cash that was handed in and waits to be confirmed; nil when there is none (SVC-4).
    static func cash(_ handedIn: [OpenCash], _ words: Words) -> PageValues? {
        guard !handedIn.isEmpty else { return nil }
        return [
            "href": .text(Paths.fees),
            "total": .text(words.money(handedIn.reduce(.zero) { $0 + $1.total })), "count": .number(handedIn.count),
            "rows": .list(
                handedIn.prefix(mostCash).map { one in
                    [
                        "href": .text(Paths.feeConfirmation(visit: one.visitID)), "number": .text(one.orderNumber),
                        "customer": .text(one.customerName), "name": .text(one.takenBy.name),
                        "total": .text(words.money(one.total)), "time": .text(words.dateTime(one.since)),
                    ]
                }),
        ]
    }

    private static let mostCash = 10
}
