import Forms
import Foundation
import Markup

/// One visit: details, the next step, the filed report, and the state of its cash.
struct VisitPage: Page {
    static let template = "visits/show"
    let values: PageValues

    init(
        _ briefing: VisitDetails, _ filed: FiledReport?, showsPhone: Bool, handingIn: PostedForm?,
        member: Member, now: Date, today: Day, words: Words
    ) {
        let visit = briefing.visit
        let isMine = Permissions.may(member, .reportVisit(visit))
        let phone = briefing.order.details.contactPhone
        let mayAct = isMine && !briefing.order.state.isOver
        let hasBegun = briefing.reportBegunAt != nil
        let mayReport = filed == nil && (hasBegun || (isMine && !visit.state.isBeforeArrival))
        let own: PageValues = [
            "title": .text(words("visits.title", ["number": briefing.order.number])),
            "visitNumber": .text(words("visits.number", ["number": String(visit.number)])),
            "todayHref": .text(Paths.today), "orderHref": .text(Paths.workOrder(briefing.order.id)),
            "goer": .text(briefing.goer),
            "arriveBy": .text(words.dateTime(briefing.order.arriveBy)),
            "wish": .text(briefing.order.details.wish),
            "tel": showsPhone
                ? .page(["number": .text(phone.canonical), "href": .text("tel:\(phone.dialled)")]) : .none,
            "withdrawn": visit.state == .withdrawn
                ? .text(words("visits.withdrawn", ["reason": briefing.withdrawnBecause])) : .none,
            "cancelled": briefing.order.state == .cancelled ? .text(words("visits.cancelled")) : .none,
            "step": mayAct ? VisitCard.step(briefing, words) : .none,
            "issueHref": Permissions.may(member, .raiseIssue)
                ? .text(Paths.newIssue(of: .visit(visit.id))) : .none,
            "reportHref": mayReport ? .text(Paths.report(visit.id)) : .none,
            "reportLabel": .text(words(hasBegun ? "visits.go-on-reporting" : "visits.report")),
            "photographsHref": visit.state.isBeforeArrival ? .none : .text(Paths.photographs(visit: visit.id)),
            "report": filed.map { .page(Self.report($0, visit, words)) } ?? .none,
            "cash": filed.map { CashValues.values($0, words) } ?? .none,
            "handingIn": isMine ? Self.handingIn(filed, handingIn, visit, words) : .none,
        ]
        values = VisitCard.values(briefing, now: now, today: today, words).merging(own) { $1 }
    }

    private static func report(_ filed: FiledReport, _ visit: Visit, _ words: Words) -> PageValues {
        let own: PageValues = [
            "filed": .text(
                words("service-reports.filed-by", ["name": filed.authorName, "time": words.dateTime(filed.filedAt)])),
            "printHref": .text(Paths.reportPrint(visit.id)),
            "photographs": .text(
                words("service-reports.photograph-count", ["count": String(filed.photographs.count)])),
            "confirmation": ConfirmationWords.values(filed.confirmation, words),
        ]
        return ReportWords(report: filed.report, words: words).values.merging(own) { $1 }
    }

    private static func handingIn(
        _ filed: FiledReport?, _ form: PostedForm?, _ visit: Visit, _ words: Words
    ) -> PageValue {
        guard let filed, filed.cash.state == .taken else { return .none }
        return .page(
            FormValues.make(
                form ?? .opened(HandingInForm.blank(receipt: filed.report[.charges, ChargesForm.receipt])),
                action: Paths.handingIn(visit: visit.id), submit: "fees.hand-in", words: words
            ).merging(["cashTotal": .text(words.money(filed.report.total))]) { own, _ in own })
    }
}

/// The state of the cash in words: amount, holder, since when.
enum CashValues {
    static func values(_ filed: FiledReport, _ words: Words) -> PageValue {
        guard filed.cash.state != .nothing else { return .none }
        return .page([
            "total": .text(words.money(filed.report.total)),
            "state": .text(words("fees.state.\(filed.cash.state.rawValue)")),
            "lines": .list(lines(filed.cash, words).map { ["text": .text($0)] }),
        ])
    }

    static func lines(_ cash: Cash, _ words: Words) -> [String] {
        let handed = cash.handingIn.map {
            words(
                "fees.handed-in",
                [
                    "name": $0.byName, "time": words.dateTime($0.at), "amount": words.money($0.amount),
                    "receipt": $0.receiptNumber,
                ])
        }
        let confirmed = cash.confirmation.map {
            words(
                "fees.confirmed", ["name": $0.byName, "time": words.dateTime($0.at), "amount": words.money($0.amount)])
        }
        return [handed, cash.handingIn?.note, confirmed, cash.confirmation?.remark].compactMap { $0 }
            .filter { !$0.isEmpty }
    }
}
