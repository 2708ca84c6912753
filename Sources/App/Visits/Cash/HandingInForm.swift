import Forms

/// The form to hand in cash: the amount is the report's, so only the receipt is asked for (SVC-4).
enum HandingInForm {
    static let receipt = Field.text("receipt", maximum: 40, required: true, hint: true, autocomplete: "off")
    static let note = Field.text("note", maximum: 200)

    static let form = Form("handing-in", [receipt, note])

    static func blank(receipt number: String) -> BoundForm {
        form.showing([receipt.definition.name: [number]])
    }
}
