import Forms

/// The form of a handover, for administrators: scope and recipients (ACC-9).
enum HandoverForm {
    static let extent = Field<String>.choice(
        "extent",
        Handover.Extent.Kind.allCases.filter { $0 != .oneCall }.map { Choice($0.rawValue) }, required: true)
    static let to = Field<[String]>.choices("to", required: true, hint: true)
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)

    /// - Parameter agents: those who can have follow-ups.
    /// - Parameter asksWhy: whether the preview was seen, and only the reason is missing.
    static func form(_ agents: [Choice], today: Day, asksWhy: Bool) -> Form {
        let fields: [any FormField] = [extent, day("from", today), day("until", today), to]
        return Form("handover", fields + (asksWhy ? [reason] : []), rules: [inOrder]).offering(agents, for: "to")
    }

    private static func day(_ name: String, _ today: Day) -> Field<Day> {
        .date(
            name, DateLimits.planned(today), required: true,
            shownWhen: Condition(extent, is: Handover.Extent.Kind.days.rawValue))
    }

    private static let inOrder = FormRule("ends-after-it-began") { bound in
        guard let from = bound.day("from"), let until = bound.day("until"), until < from else { return [] }
        return [FieldError(field: "until", code: "before-start")]
    }

    /// Preset: when limited to a period, a week from today.
    static func blank(_ agents: [Choice], today: Day) -> BoundForm {
        form(agents, today: today, asksWhy: false).showing([
            "from": [today.description], "until": [today.adding(days: 6).description],
        ])
    }

    static func decision(
        _ bound: BoundForm, from member: Member.ID
    ) -> (wish: HandoverInput, reason: String)? {
        guard let wish = wish(bound, from: member), let reason = bound[reason] else { return nil }
        return (wish, reason)
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func wish(_ bound: BoundForm, from member: Member.ID) -> HandoverInput? {
        guard bound.errors.allSatisfy({ $0.field == reason.definition.name }),
            let kind = bound[extent].flatMap(Handover.Extent.Kind.init), let to = bound[to]
        else { return nil }
        let days = bound.day("from").flatMap { from in bound.day("until").map { from...max(from, $0) } }
        let extent: Handover.Extent? =
            switch kind {
            case .forGood: .forGood
            case .allCalls: .allCalls
            case .days: days.map { .days($0) }
            case .oneCall: nil
            }
        return extent.map { HandoverInput(from: member, to: to.compactMap { ID($0) }, extent: $0) }
    }
}
