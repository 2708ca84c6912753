import Forms

/// The forms of the steps on an enquiry (WEB-2).
enum EnquiryActionForm {
    /// Several of these forms are on one page, so each text field is named after its step.
    static func text(_ action: EnquiryAction) -> Field<String> {
        .textArea(
            action.rawValue + "-text", maximum: 1_000, required: true, label: .key("enquiry.text.\(action.rawValue)"))
    }

    static let branch = Field<String>.text("branch", maximum: 60, required: true, autocomplete: "off")

    static func at(_ today: Day) -> Field<LocalDateTime> {
        .dateTime("at", today...today.adding(days: 365), required: true)
    }

    static func followUpOn(_ today: Day) -> Field<Day> {
        .date("follow-up-on", today...today.adding(days: 365), required: true)
    }

    static func form(_ action: EnquiryAction, today: Day) -> Form {
        let fields: [any FormField] =
            switch action {
            case .answer, .closing, .reopening, .secondFollowUp: [text(action)]
            case .appointment: [at(today), text(action)]
            case .handing: [branch, followUpOn(today), text(action)]
            }
        return Form("enquiry", fields)
    }
}
