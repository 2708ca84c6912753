import Forms

/// The form to assign a person to a project, or to correct an assignment (ARC-2).
enum AssignmentForm {
    static let duty = Field.choice(
        "duty", Duty.allCases.map { Choice(value: $0.rawValue, label: .key("duty.\($0.rawValue)")) }, required: true)
    static let member = Field.person("member", required: true)

    static func form(staff: [Choice], today: Day) -> Form {
        let fields: [any FormField] = [duty, member, since(today), until(today)]
        return Form("assignment", fields, rules: [endsAfterItBegan]).offering(staff, for: "member")
    }

    private static func since(_ today: Day) -> Field<Day> {
        .date("since", DateLimits.planned(today), required: true, hint: true)
    }

    private static func until(_ today: Day) -> Field<Day> { .date("until", DateLimits.planned(today), hint: true) }

    private static let endsAfterItBegan = FormRule("ends-after-it-began") { bound in
        guard let since = bound.day("since"), let until = bound.day("until"), until < since else { return [] }
        return [FieldError(field: "until", code: "before-start")]
    }

    static func new(staff: [Choice], today: Day) -> BoundForm {
        form(staff: staff, today: today).filled(["since": .day(today)])
    }

    static func filled(with term: Assignment.Term, staff: [Choice], today: Day) -> BoundForm {
        var values: [String: FieldValue] = [
            "duty": .choice(term.duty.rawValue), "member": .choice(String(term.memberID)), "since": .day(term.since),
        ]
        values["until"] = term.until.map { .day($0) }
        return form(staff: staff, today: today).filled(values)
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func term(_ bound: BoundForm) -> Assignment.Term? {
        guard bound.isValid, let duty = bound[duty].flatMap(Duty.init(rawValue:)),
            let member = bound[member].flatMap({ Member.ID($0) }), let since = bound.day("since")
        else { return nil }
        return Assignment.Term(duty: duty, memberID: member, since: since, until: bound.day("until"))
    }
}
