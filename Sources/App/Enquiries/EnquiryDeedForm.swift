import Forms

/// The forms of the steps about an enquiry (WEB-2).
enum EnquiryDeedForm {
    /// Several of these forms stand on one page, so each names its text after itself.
    static func text(_ deed: EnquiryDeed) -> Field<String> {
        .textArea(
            deed.rawValue + "-text", maximum: 1_000, required: true, label: .key("enquiry.text.\(deed.rawValue)"))
    }

    static let branch = Field<String>.text("branch", maximum: 60, required: true, autocomplete: "off")

    static func at(_ today: Day) -> Field<LocalDateTime> {
        .dateTime("at", today...today.adding(days: 365), required: true)
    }

    static func followUpOn(_ today: Day) -> Field<Day> {
        .date("follow-up-on", today...today.adding(days: 365), required: true)
    }

    static func form(_ deed: EnquiryDeed, today: Day) -> Form {
        let fields: [any FormField] =
            switch deed {
            case .answer, .closing, .reopening, .secondFollowUp: [text(deed)]
            case .appointment: [at(today), text(deed)]
            case .handing: [branch, followUpOn(today), text(deed)]
            }
        return Form("enquiry", fields)
    }
}
