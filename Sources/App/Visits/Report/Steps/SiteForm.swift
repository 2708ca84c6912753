import Forms

/// Step 6: damage, and the state of the site at departure (SVC-3).
enum SiteForm {
    static let isPutBack = Field.choice("put-back", [Choice("yes"), Choice("no")], required: true)
    static let isCleaned = Field.choice("cleaned", [Choice("yes"), Choice("no")], required: true)
    static let damage = Field.textArea("damage", maximum: 500, hint: true)
    static let compensation = Field.money("compensation", upTo: Money(fen: 100_000_000) ?? .most)

    static let form = Form("report-site", [isPutBack, isCleaned, damage, compensation], rules: [paidForSomething])

    /// Rule: compensation needs a damage.
    private static let paidForSomething = FormRule("paid-for-something") { bound in
        guard let paid = bound[compensation], paid > .zero, bound[damage] == nil else { return [] }
        return [FieldError(field: damage.definition.name, code: "what-for")]
    }
}
