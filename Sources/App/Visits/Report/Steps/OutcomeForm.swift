import Forms

/// The last step: what came of it, what is still to be done, and when whoever went left (SVC-3a, SVC-5).
struct OutcomeForm {
    static let offered: [VisitOutcome] = [.fixed, .notFixed, .declined]
    static let outcome = Field.choice("outcome", offered.map { Choice($0.rawValue) }, required: true)
    static let isExplained = Field.flag(
        "explained", shownWhen: Condition(outcome, is: VisitOutcome.notFixed.rawValue))
    static let declinedWishes = Field.textArea("declined-wishes", maximum: 500, hint: true)
    static let departed = Field.dateTime("departed", .years(2000...2099), required: true)

    let dossier: ReportDossier

    /// Why it could not be done; asked of every outcome but a fixed one.
    var because: Field<String> {
        .textArea(
            "because", maximum: 500, required: true, hint: true,
            shownWhen: dossier.isAbsent
                ? nil
                : Condition(
                    field: Self.outcome.definition.name,
                    values: [VisitOutcome.notFixed.rawValue, VisitOutcome.declined.rawValue]))
    }

    /// When the customer would like the next visit.
    var nextVisit: Field<String> {
        .text(
            "next-visit", maximum: 200, hint: true,
            shownWhen: dossier.isAbsent ? nil : Condition(Self.outcome, is: VisitOutcome.notFixed.rawValue))
    }

    var form: Form {
        let fields: [any FormField] =
            dossier.isAbsent
            ? [because, nextVisit, Self.departed]
            : [Self.outcome, because, Self.isExplained, nextVisit, Self.declinedWishes, Self.departed]
        return Form("report-outcome", fields, rules: [departureFollowsArrival, fixedMeansDone])
    }

    var blank: BoundForm {
        form.showing([
            "departed.date": [dossier.now.day.description], "departed.time": [dossier.now.time.description],
        ])
    }

    func outcome(_ bound: BoundForm) -> VisitOutcome? {
        dossier.isAbsent ? .absent : bound[Self.outcome].flatMap(VisitOutcome.init)
    }

    private var departureFollowsArrival: FormRule {
        let now = dossier.now
        let arrival = ArrivalForm.arrival(in: dossier.answers(.arrival), today: now.day)
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

    /// What was fixed was worked on: the second step must say how.
    private var fixedMeansDone: FormRule {
        let hasWork = FindingForm.hasWork(dossier.answers(.finding))
        return FormRule("fixed-means-done") { bound in
            guard bound[Self.outcome] == VisitOutcome.fixed.rawValue, !hasWork else { return [] }
            return [FieldError(field: Self.outcome.definition.name, code: "nothing-done")]
        }
    }

    /// The departure that was saved.
    static func departure(in answers: [String: [String]], today: Day) -> LocalDateTime? {
        Form("report-outcome", [departed]).bind(answers, today: today)[departed]
    }
}
