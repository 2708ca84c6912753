import Forms

/// The customer's form: a rating with a remark, and a signature or its substitute (SVC-6).
enum ConfirmationForm {
    static let rating = Field.scale("rating", hint: true)
    static let remark = Field.textArea("remark", maximum: 500)
    static let manner = Field.choice(
        "manner", CustomerConfirmation.Manner.allCases.map { Choice($0.rawValue) }, required: true)
    static let signature = Field.signature(
        "signature", required: true, shownWhen: Condition(manner, is: CustomerConfirmation.Manner.drawn.rawValue))
    static let name = Field.text(
        "name", maximum: 40, required: true, shownWhen: isSigned, autocomplete: "off")
    static let relation = Field.choice(
        "relation", ["self", "family", "tenant", "property", "colleague", "other"].map(Choice.init(_:)), required: true,
        shownWhen: isSigned)
    static let reason = Field.textArea(
        "reason", maximum: 300, required: true, hint: true,
        shownWhen: Condition(manner, is: CustomerConfirmation.Manner.nobody.rawValue))

    private static let isSigned = Condition(
        field: manner.definition.name,
        values: Set(CustomerConfirmation.Manner.allCases.map(\.rawValue)).subtracting(["none"]))

    static let form = Form(
        "service-confirmation", [rating, remark, manner, signature, name, relation, reason])

    /// Drawing a signature is preselected.
    static var blank: BoundForm {
        form.showing([manner.definition.name: [CustomerConfirmation.Manner.drawn.rawValue]])
    }

    /// The draft as the form; its signature is kept only while the report has the version that was signed (SVC-6).
    static func kept(_ draft: StepAnswers, reportVersion version: Int) -> BoundForm {
        form.showing(
            draft.answers.filter { input, _ in draft.version == version || input != signature.definition.name })
    }

    /// The draft among the posted fields.
    static func draft(_ entered: SubmittedForm) -> StepAnswers? {
        entered.version.map { version in
            StepAnswers(version: version, answers: entered.fields.filter { form.definition(of: $0.key) != nil })
        }
    }

    /// - Parameter hasSignedPaper: whether the report has a photograph of the signed paper.
    static func bind(_ entered: [String: [String]], hasSignedPaper: Bool, today: Day) -> BoundForm {
        let bound = form.bind(entered, today: today)
        guard bound[manner] == CustomerConfirmation.Manner.paper.rawValue, !hasSignedPaper else { return bound }
        return bound.adding(FieldError(field: manner.definition.name, code: "no-signed-paper"))
    }
}
