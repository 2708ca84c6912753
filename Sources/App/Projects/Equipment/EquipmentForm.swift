import Forms

/// The form of a piece of equipment (ARC-2).
enum EquipmentForm {
    static let model = Field<String>.text("model", maximum: 100, hint: true, autocomplete: "off")
    static let serialNumber = Field<String>.text("serial-number", maximum: 100, autocomplete: "off")

    /// - Parameter isThere: whether it exists already, so that it can have been removed.
    static func form(today: Day, isThere: Bool) -> Form {
        let past = DateLimits.actual(today)
        let fields: [any FormField] = [
            model, serialNumber, Field<Day>.date("purchased-on", past), Field<Day>.date("installed-on", past),
            Field<Day>.date("warranty-until", DateLimits.warranty(today), hint: true),
        ]
        let removal = Field<Day>.date("removed-on", past, hint: true)
        return Form("equipment", fields + (isThere ? [removal] : []), rules: [named, inOrder])
    }

    private static let named = FormRule("a model or a serial number") { bound in
        guard bound[model] == nil, bound[serialNumber] == nil, bound.errors(for: "model").isEmpty,
            bound.errors(for: "serial-number").isEmpty
        else { return [] }
        return [FieldError(field: "model", code: "needs-a-name")]
    }

    /// Rule: installation and end of warranty are not before purchase, nor removal before installation.
    private static let inOrder = FormRule("dates in order") { bound in
        let pairs = [
            ("purchased-on", "installed-on"), ("purchased-on", "warranty-until"), ("installed-on", "removed-on"),
        ]
        return pairs.compactMap { first, second in
            guard let first = bound.day(first), let last = bound.day(second), last < first else { return nil }
            return FieldError(field: second, code: "before-the-first", arguments: ["day": first.description])
        }
    }

    static func filled(with details: EquipmentDetails, today: Day) -> BoundForm {
        var values: [String: FieldValue] = [:]
        if !details.model.isEmpty { values["model"] = .text(details.model) }
        if !details.serialNumber.isEmpty { values["serial-number"] = .text(details.serialNumber) }
        values["purchased-on"] = details.purchasedOn.map { .day($0) }
        values["installed-on"] = details.installedOn.map { .day($0) }
        values["warranty-until"] = details.warrantyUntil.map { .day($0) }
        values["removed-on"] = details.removedOn.map { .day($0) }
        return form(today: today, isThere: true).filled(values)
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func details(_ bound: BoundForm) -> EquipmentDetails? {
        guard bound.isValid else { return nil }
        return EquipmentDetails(
            model: bound[model] ?? "", serialNumber: TypedText.halfWidth(bound[serialNumber] ?? ""),
            purchasedOn: bound.day("purchased-on"), installedOn: bound.day("installed-on"),
            warrantyUntil: bound.day("warranty-until"), removedOn: bound.day("removed-on"))
    }
}
