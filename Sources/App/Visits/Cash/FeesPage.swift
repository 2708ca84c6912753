import Forms
import Foundation
import Markup

/// Open cash by technician, with its age: not yet handed in, and not yet confirmed (SVC-4).
struct FeesPage: Page {
    static let template = "visits/cash/index"
    let values: PageValues

    init(_ open: [OpenCash], mayConfirm: Bool, member: Member, today: Day, words: Words) {
        let taken = open.filter { $0.cash.state == .taken }
        let handedIn = open.filter { $0.cash.state == .handedIn }
        let row = { (cash: OpenCash) in
            Self.row(cash, mayConfirm: mayConfirm, member, today: today, words)
        }
        values = [
            "taken": .list(Self.groups(taken, row, words)), "hasTaken": .flag(!taken.isEmpty),
            "most": open.count < FeeStore.most ? .none : .text(words("fees.most", ["count": String(FeeStore.most)])),
            "handedIn": .list(Self.groups(handedIn, row, words)), "hasHandedIn": .flag(!handedIn.isEmpty),
        ]
    }

    private static func groups(
        _ open: [OpenCash], _ row: (OpenCash) -> PageValues, _ words: Words
    ) -> [PageValues] {
        let byTaker = Dictionary(grouping: open, by: \.takenBy)
        let order = open.map(\.takenBy).reduce(into: [MemberName]()) { if !$0.contains($1) { $0.append($1) } }
        return order.map { taker in
            let own = byTaker[taker] ?? []
            return [
                "name": .text(taker.name),
                "total": .text(words.money(own.reduce(.zero) { $0 + $1.total })), "rows": .list(own.map(row)),
            ]
        }
    }

    private static func age(_ days: Int, _ words: Words) -> String {
        days > 0 ? words("fees.age", ["days": String(days)]) : words("fees.age-today")
    }

    private static func row(
        _ open: OpenCash, mayConfirm: Bool, _ member: Member, today: Day, _ words: Words
    ) -> PageValues {
        let isMine = open.takenBy.id == member.id
        let href: PageValue =
            switch open.cash.state {
            case .taken where isMine: .text(Paths.visit(open.visitID))
            case .handedIn where mayConfirm && open.cash.handingIn?.byID != member.id:
                .text(Paths.feeConfirmation(visit: open.visitID))
            case .nothing, .taken, .handedIn, .confirmed: .none
            }
        return [
            "number": .text(open.orderNumber), "customer": .text(open.customerName),
            "total": .text(words.money(open.total)), "time": .text(words.dateTime(open.since)),
            "age": .text(age(today - Day(open.since, in: words.zone), words)),
            "receipt": .text(open.cash.handingIn?.receiptNumber ?? ""), "note": .text(open.cash.handingIn?.note ?? ""),
            "href": href,
            "label": .text(words(open.cash.state == .taken ? "fees.hand-in" : "fees.confirm")),
        ]
    }
}

/// The page on which finance confirms handed-in cash.
struct FeeConfirmationPage: Page {
    static let template = "visits/cash/confirmation"
    let values: PageValues

    init(_ open: OpenCash, _ form: PostedForm, words: Words) {
        values = FormValues.make(
            form, action: Paths.feeConfirmation(visit: open.visitID), submit: "fees.confirm", cancel: Paths.fees,
            words: words
        ).merging([
            "title": .text(words("fees.confirmation-title", ["number": open.orderNumber])),
            "feesHref": .text(Paths.fees),
            "lines": .list(CashValues.lines(open.cash, words).map { ["text": .text($0)] }),
            "expected": .text(words.money(open.expected)),
        ]) { _, own in own }
    }
}
