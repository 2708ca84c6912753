import Forms
import Markup

/// The page to reschedule or withdraw a visit, with the reason.
struct AppointmentPage: Page {
    static let template = "visits/appointments/appointment"
    let values: PageValues

    /// The two forms of the page, blank or as posted.
    struct Filled: Sendable {
        var appointment: PostedForm
        var withdrawal = PostedForm.opened(WithdrawalForm.form.blank)
    }

    /// - Parameter clashes: other visits of the technician at the entered time.
    init(
        _ forms: Filled, of visit: DispatchedVisit, in order: WorkOrder, member: Member,
        clashes: [DispatchedVisit], words orders: WorkOrderWords
    ) {
        let words = orders.words
        let appointment = FormValues.make(
            forms.appointment, action: Paths.appointments(visit.id), submit: "appointment.agree",
            cancel: Paths.workOrder(order.id), version: visit.visit.version, words: words)
        let withdrawal = FormValues.make(
            forms.withdrawal, action: Paths.visitWithdrawal(visit.id), submit: "withdrawal.submit",
            words: words)
        values = [
            "backHref": .text(Paths.workOrder(order.id)), "backLabel": .text(order.number),
            "who": .text(visit.who), "customer": .text(orders.customer(order)),
            "holds": .text(
                words(
                    "appointment.holds",
                    [
                        "agreed": visit.time?.words(words) ?? "",
                        "told": words(visit.isCustomerTold ? "visit.told" : "visit.untold"),
                    ])),
            "isStale": .flag(forms.appointment.isStale),
            "clashes": .list(clashes.map { orders.visit($0, for: Permissions.workOrders(for: member)) }),
            "hasClashes": .flag(!clashes.isEmpty),
            "form": .page(appointment),
            "withdrawalForm": Permissions.may(member, .arrange(visit.visit)) ? .page(withdrawal) : .none,
        ]
    }
}
