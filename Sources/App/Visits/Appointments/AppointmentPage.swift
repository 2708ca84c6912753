import Forms

/// Another time for a visit, or none: both with the reason.
struct AppointmentPage: Page {
    static let template = "visits/appointments/appointment"
    let values: PageValues

    /// The two forms of the page, blank or as they were sent.
    struct Filled: Sendable {
        var appointment: BoundForm
        var withdrawal = WithdrawalForm.form.blank
    }

    /// - Parameter version: the visit's, as the form was opened with it; nil takes the stored one.
    /// - Parameter clashes: other visits of the technician at the typed time.
    /// - Parameter isStale: whether somebody else agreed on another time since (UX-4).
    init(
        _ forms: Filled, of visit: DispatchedVisit, in order: WorkOrder, member: Member, version: Int? = nil,
        clashes: [DispatchedVisit] = [], isStale: Bool = false, submission: SubmissionID = .random(),
        words orders: WorkOrderWords
    ) {
        let words = orders.words
        let appointment = FormValues.make(
            forms.appointment, action: Paths.appointments(visit.id), submit: "appointment.agree",
            cancel: Paths.workOrder(order.id), submission: submission, version: version ?? visit.visit.version,
            words: words)
        let withdrawal = FormValues.make(
            forms.withdrawal, action: Paths.visitWithdrawal(visit.id), submit: "withdrawal.submit",
            submission: forms.withdrawal.isValid ? .random() : submission, words: words)
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
            "isStale": .flag(isStale),
            "clashes": .list(clashes.map { orders.visit($0, for: Permissions.workOrders(for: member)) }),
            "hasClashes": .flag(!clashes.isEmpty),
            "form": .page(appointment),
            "withdrawalForm": Permissions.may(member, .arrange(visit.visit)) ? .page(withdrawal) : .none,
        ]
    }
}
