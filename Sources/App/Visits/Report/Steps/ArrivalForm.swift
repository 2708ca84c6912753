import Forms

/// Step 1: the arrival, the reason for being late, and whether the customer was in (SVC-3, SVC-3a).
struct ArrivalForm {
    static let arrived = Field.dateTime("arrived", .years(2000...2099), required: true)
    static let lateBecause = Field.textArea("late-because", maximum: 300, required: true, hint: true)
    static let met = Field.choice("met", [Choice("present"), Choice(absent)], required: true)
    static let badge = Field.text("badge", maximum: 30, autocomplete: "off")
    static let absent = "absent"

    let report: ReportContext

    /// - Parameter asksWhyLate: whether the arrival was late.
    static func fields(asksWhyLate: Bool) -> [any FormField] {
        asksWhyLate ? [arrived, lateBecause, met, badge] : [arrived, met, badge]
    }

    func form(asksWhyLate: Bool) -> Form {
        Form(
            "report-arrival", Self.fields(asksWhyLate: asksWhyLate),
            rules: [notInFuture, notBeforeRequest, notAfterDeparture])
    }

    /// The form before the step is saved; "I have arrived" presets the time.
    func blank() -> BoundForm {
        let tapped = report.briefing.arrivedAt.map { LocalDateTime($0, in: report.zone) } ?? report.now
        var entered = [
            "arrived.date": [tapped.day.description], "arrived.time": [tapped.time.description],
            Self.badge.definition.name: [report.usualBadge],
        ]
        if let saved = report.draft?[.arrival] { entered = saved.answers }
        return form(asksWhyLate: isLate(entered)).showing(entered)
    }

    func bind(_ entered: [String: [String]]) -> BoundForm {
        form(asksWhyLate: isLate(entered)).bind(entered, today: report.now.day)
    }

    private func isLate(_ entered: [String: [String]]) -> Bool {
        let arrived = Form("report-arrival", [Self.arrived]).bind(entered, today: report.now.day)[Self.arrived]
        return arrived.map(report.isLate) ?? false
    }

    private var notInFuture: FormRule {
        let now = report.now
        return FormRule("not-in-future") { bound in
            guard let arrived = bound[Self.arrived], arrived > now else { return [] }
            return [FieldError(field: Self.arrived.definition.name, code: "in-the-future")]
        }
    }

    /// Rule: no arrival before the request.
    private var notBeforeRequest: FormRule {
        let asked = LocalDateTime(report.briefing.order.details.receivedAt, in: report.zone)
        return FormRule("not-before-request") { bound in
            guard let arrived = bound[Self.arrived], arrived < asked else { return [] }
            return [
                FieldError(
                    field: Self.arrived.definition.name, code: "before-request",
                    arguments: ["day": asked.day.description, "time": asked.time.description])
            ]
        }
    }

    /// Rule: a corrected arrival must not be after the departure.
    private var notAfterDeparture: FormRule {
        let departure = OutcomeForm.departure(in: report.answers(.outcome), today: report.now.day)
        return FormRule("not-after-departure") { bound in
            guard let arrived = bound[Self.arrived], let departure, departure < arrived else { return [] }
            return [FieldError(field: Self.arrived.definition.name, code: "after-departure")]
        }
    }

    /// The saved arrival.
    static func arrival(in answers: [String: [String]], today: Day) -> LocalDateTime? {
        Form("report-arrival", [arrived]).bind(answers, today: today)[arrived]
    }
}
