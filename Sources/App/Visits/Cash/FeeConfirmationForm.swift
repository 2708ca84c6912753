import Forms

/// The form by which finance confirms cash; a different amount needs a reason (SVC-4).
enum FeeConfirmationForm {
    static let amount = Field.money("amount", required: true)
    static let remark = Field.text("remark", maximum: 200, hint: true)

    static func form(handedIn expected: Money) -> Form {
        Form(
            "fee-confirmation", [amount, remark],
            rules: [
                FormRule("difference-explained") { bound in
                    guard let counted = bound[amount], counted != expected, bound[remark] == nil else { return [] }
                    return [FieldError(field: remark.definition.name, code: "difference")]
                }
            ])
    }

    static func blank(_ expected: Money) -> BoundForm {
        form(handedIn: expected).showing([amount.definition.name: [expected.description]])
    }
}
