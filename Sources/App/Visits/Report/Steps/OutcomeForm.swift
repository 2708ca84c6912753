import Forms

/// Last step: the outcome, what remains to be done, and the departure (SVC-3a, SVC-5).
struct OutcomeForm {
    static let offered: [VisitOutcome] = [.fixed, .notFixed, .declined]
    static let outcome = Field.choice("outcome", offered.map { Choice($0.rawValue) }, required: true)
    static let isExplained = Field.flag(
        "explained", shownWhen: Condition(outcome, is: VisitOutcome.notFixed.rawValue))
    static let declinedWishes = Field.textArea("declined-wishes", maximum: 500, hint: true)
    static let departed = Field.dateTime("departed", .years(2000...2099), required: true)

    let report: ReportContext

    /// Why it was not fixed; asked for every other outcome.
    static func because(isAbsent: Bool) -> Field<String> {
        .textArea(
            "because", maximum: 500, required: true, hint: true,
            shownWhen: isAbsent
                ? nil
                : Condition(
                    field: outcome.definition.name,
                    values: [VisitOutcome.notFixed.rawValue, VisitOutcome.declined.rawValue]))
    }

    /// When the customer would like the next visit.
    static func nextVisit(isAbsent: Bool) -> Field<String> {
        .text(
            "next-visit", maximum: 200, hint: true,
            shownWhen: isAbsent ? nil : Condition(outcome, is: VisitOutcome.notFixed.rawValue))
    }

    static func fields(isAbsent: Bool) -> [any FormField] {
        let (because, nextVisit) = (because(isAbsent: isAbsent), nextVisit(isAbsent: isAbsent))
        return isAbsent
            ? [because, nextVisit, departed] : [outcome, because, isExplained, nextVisit, declinedWishes, departed]
    }

    var form: Form {
        Form(
            "report-outcome", Self.fields(isAbsent: report.isAbsent), rules: [departureFollowsArrival, fixedMeansDone])
    }

    var blank: BoundForm {
        form.showing([
            "departed.date": [report.now.day.description], "departed.time": [report.now.time.description],
        ])
    }

    func outcome(_ bound: BoundForm) -> VisitOutcome? {
        report.isAbsent ? .absent : bound[Self.outcome].flatMap(VisitOutcome.init)
    }

    private var departureFollowsArrival: FormRule {
        let now = report.now
        let arrival = ArrivalForm.arrival(in: report.answers(.arrival), today: now.day)
        return FormRule("departure-follows-arrival") { bound in
            guard let departed = bound[Self.departed] else { return [] }
            let field = Self.departed.definition.name
            if departed > now { return [FieldError(field: field, code: "in-the-future")] }
            guard let arrival, departed < arrival else { return [] }
            return [
                FieldError(
                    field: field, code: "before-arrival",
                    arguments: ["arrival": arrival.day.description, "time": arrival.time.description])
            ]
        }
    }

    /// Rule: a fixed outcome needs the work done in step 2.
    private var fixedMeansDone: FormRule {
        let hasWork = FindingForm.hasWork(report.answers(.finding))
        return FormRule("fixed-means-done") { bound in
            guard bound[Self.outcome] == VisitOutcome.fixed.rawValue, !hasWork else { return [] }
            return [FieldError(field: Self.outcome.definition.name, code: "nothing-done")]
        }
    }

    /// The saved departure.
    static func departure(in answers: [String: [String]], today: Day) -> LocalDateTime? {
        Form("report-outcome", [departed]).bind(answers, today: today)[departed]
    }
}
