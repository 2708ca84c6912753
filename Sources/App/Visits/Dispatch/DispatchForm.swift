import Forms

/// The form to dispatch a visit: who, when, and a note (SVC-2).
enum DispatchForm {
    enum Goer: String, Sendable, CaseIterable {
        case technician, firm
    }

    static let goes = Field<String>.choice("goes", Goer.allCases.map { Choice($0.rawValue) }, required: true)
    static let technician = Field<String>.person(
        "technician", required: true, shownWhen: Condition(goes, is: Goer.technician.rawValue))
    static let firm = Field<String>.text(
        "firm", maximum: 80, required: true, shownWhen: Condition(goes, is: Goer.firm.rawValue), autocomplete: "off")
    static let firmPhone = Field<PhoneNumber>.phone(
        "firm-phone", required: true, shownWhen: Condition(goes, is: Goer.firm.rawValue), autocomplete: "off")
    static let firmBecause = Field<String>.text(
        "firm-because", maximum: 200, hint: true, shownWhen: Condition(goes, is: Goer.firm.rawValue),
        autocomplete: "off")
    static let note = Field<String>.textArea("note", maximum: 500, hint: true)

    /// - Parameter technicians: members who can be dispatched.
    /// - Parameter earliest: before it nobody can be sent any more.
    /// - Parameter asksDespiteClash: whether to offer the confirmation of a clash.
    static func form(
        for order: WorkOrder, _ technicians: [Choice], today: Day, from earliest: LocalDateTime? = nil,
        asksDespiteClash: Bool = false
    ) -> Form {
        let ticks: [any FormField] = asksDespiteClash ? [AppointmentForm.despiteClash] : []
        let who: [any FormField] = [goes, technician, firm, firmPhone, firmBecause]
        return Form(
            "dispatch", ticks + who + AppointmentForm.time(today) + [AppointmentForm.told, note],
            rules: [emergency(order)] + AppointmentForm.notPast(earliest)
        ).offering(technicians, for: "technician")
    }

    /// Rule: contractors only in an emergency, that is water or electricity, or with a reason (SVC-2).
    private static func emergency(_ order: WorkOrder) -> FormRule {
        FormRule("a firm in an emergency") { bound in
            guard bound[goes] == Goer.firm.rawValue, order.details.urgency == .ordinary, bound[firmBecause] == nil,
                bound.errors(for: "firm-because").isEmpty
            else { return [] }
            return [FieldError(field: "firm-because", code: "needed-in-no-emergency")]
        }
    }

    /// - Parameter day: the displayed day.
    static func opened(for order: WorkOrder, _ technicians: [Choice], on day: Day, today: Day) -> BoundForm {
        form(for: order, technicians, today: today).showing([
            "goes": [Goer.technician.rawValue], "starts.date": [day.description], "minutes": ["120"],
        ])
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func wish(_ bound: BoundForm) -> DispatchInput? {
        guard bound.isValid, let goer = goer(bound), let time = AppointmentForm.appointedTime(bound),
            let told = bound[AppointmentForm.told]
        else { return nil }
        return DispatchInput(
            goer: goer, time: time, isCustomerTold: told == "yes", note: bound[note] ?? "",
            firmBecause: bound[firmBecause] ?? "", isDespiteClash: bound[AppointmentForm.despiteClash] ?? false)
    }

    private static func goer(_ bound: BoundForm) -> DispatchInput.Goer? {
        switch bound[goes].flatMap(Goer.init) {
        case .technician: bound[technician].flatMap { ID($0) }.map { .technician($0) }
        case .firm:
            if let name = bound[firm], let phone = bound[firmPhone] { .firm(name, phone) } else { nil }
        case nil: nil
        }
    }
}

/// Input of a dispatch: who and when.
struct DispatchInput: Sendable, Hashable {
    enum Goer: Sendable, Hashable {
        case technician(Member.ID)
        case firm(String, PhoneNumber)
    }

    let goer: Goer
    let time: AppointedTime
    let isCustomerTold: Bool
    let note: String
    let firmBecause: String
    /// Whether a clash with another visit of the technician was confirmed.
    let isDespiteClash: Bool
}
