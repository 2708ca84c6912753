import Forms
import Markup

/// One order: the work, its state, and the next step for the current member.
struct WorkOrderPage: Page {
    static let template = "work-orders/show"
    let values: PageValues

    /// - Parameter phoneInFull: only after that was audited (ACC-8).
    init(
        _ whole: WorkOrderOverview, _ forms: WorkOrderDecisionForms, member: Member, phoneInFull: Bool = false,
        words orders: WorkOrderWords
    ) {
        let words = orders.words
        let order = whole.order
        let mayShow = Permissions.may(member, .showContact(order, visits: whole.visits.map(\.visit)))
        let phone = order.details.contactPhone
        values =
            ([
                "listHref": .text(Paths.workOrders), "number": .text(order.number), "badge": orders.badge(order.state),
                "customer": .text(orders.customer(order)), "kind": .text(orders.kind(order)),
                "deadline": orders.deadline(order),
                "missed": .flag(forms.missed != nil), "missedWords": .optional(forms.missed),
                "next": .text(words(Self.next(order, member))),
                "dispatchHref": Permissions.may(member, .dispatch(order)) ? .text(Paths.visits(order.id)) : .none,
                "isFirst": .flag(order.state == .approved),
                "wish": .optional(order.state == .approved ? whole.nextWish : nil),
                "entries": .list(WorkOrderEntries.values(whole, member: member, orders)),
                "symptom": .text(order.details.symptom),
                "contact": .text(order.details.contactName),
                "phone": .text(phoneInFull ? phone.canonical : phone.masked),
                "phoneHref": phoneInFull ? .text("tel:" + phone.dialled) : .none,
                "phoneAction": mayShow && !phoneInFull ? .text(Paths.workOrderPhone(order.id)) : .none,
                "visits": .list(whole.visits.map { Self.visit($0, member, orders) }),
                "hasVisits": .flag(!whole.visits.isEmpty),
                "steps": .list(whole.steps.map { WorkOrderStepRow.values($0, words) }),
            ] as PageValues).merging(Self.decisions(order, forms, member, words)) { own, _ in own }
            .merging(FormValues.errors(forms.wrong, words)) { own, _ in own }
    }

    /// The catalogue key of what happens next, and by whom.
    private static func next(_ order: WorkOrder, _ member: Member) -> String {
        // The person who requested may not decide; the person who decides may also dispatch.
        let isMine = Permissions.may(member, .decideOrder(order)) || Permissions.may(member, .dispatch(order))
        switch order.state {
        case .requested, .approved: return "work-orders.next.\(order.state.rawValue)\(isMine ? "-mine" : "")"
        case .refused, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn, .closed, .cancelled:
            return "work-orders.next.\(order.state.rawValue)"
        }
    }

    private static func visit(_ visit: DispatchedVisit, _ member: Member, _ orders: WorkOrderWords) -> PageValues {
        let isOpen = visit.visit.state.isBeforeArrival
        return orders.visit(visit, for: Permissions.workOrders(for: member)).merging([
            "visitHref": Permissions.may(member, .seeVisit(visit.visit)) ? .text(Paths.visit(visit.id)) : .none,
            "number": .number(visit.visit.number), "firmPhone": .optional(visit.firmPhone), "note": .text(visit.note),
            "told": .text(orders.words(visit.isCustomerTold ? "visit.told" : "visit.untold")),
            "because": .text(visit.withdrawnBecause),
            "changeHref": isOpen && Permissions.may(member, .agreeTime(visit.visit))
                ? .text(Paths.appointments(visit.id)) : .none,
            "noticeAction": visit.isUntold && Permissions.may(member, .tellCustomer(visit.visit))
                ? .text(Paths.appointmentNotice(visit.id)) : .none,
            "submission": .text(SubmissionID.random().text),
        ]) { own, _ in own }
    }

    private static func decisions(
        _ order: WorkOrder, _ forms: WorkOrderDecisionForms, _ member: Member, _ words: Words
    ) -> PageValues {
        let draw = { (isShown: Bool, form: PostedForm, action: String, submit: String) -> PageValue in
            isShown ? .page(FormValues.make(form, action: action, submit: submit, words: words)) : .none
        }
        let mayDecide = Permissions.may(member, .decideOrder(order))
        return [
            "approvalForm": draw(
                mayDecide, forms.approval, Paths.workOrderApproval(order.id), "work-orders.approve"),
            "refusalForm": draw(mayDecide, forms.refusal, Paths.workOrderRefusal(order.id), "work-orders.refuse"),
            "cancellationForm": draw(
                Permissions.may(member, .cancel(order)), forms.cancellation, Paths.workOrderCancellation(order.id),
                "work-orders.cancel"),
        ]
    }
}
