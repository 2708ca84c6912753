import Forms
import Rulebooks

/// The form of a correction: the whole sheet, with the reason (FUP-6).
struct CorrectionForm: Sendable {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, label: .key("correction.reason"))
    let form: Form

    init(_ questionnaire: Questionnaire) {
        form = Form("sheet", questionnaire.form.fields + [Self.reason.definition])
    }

    func bind(_ entered: SubmittedForm, today: Day) -> BoundForm {
        form.bind(entered.fields, today: today).demandingAnAnswer()
    }

    /// The answers as stored, without the reason.
    static func content(_ bound: BoundForm) -> SheetContent {
        SheetContent(answers: bound.canonical.filter { $0.key != reason.definition.name })
    }
}

extension BoundForm {
    /// Validation: a sheet without any answer is no follow-up.
    func demandingAnAnswer() -> BoundForm {
        let reason = CorrectionForm.reason.definition.name
        guard isValid, values.keys.allSatisfy({ $0 == reason }) else { return self }
        return adding(FieldError(field: "", code: "nothing-answered"))
    }
}
