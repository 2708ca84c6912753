import Forms

/// Parses the section about on-site service.
enum ServiceReader {
    /// Maximum price of a fee.
    private static let dearest = Money(fen: 10_000_000) ?? .most

    static func read(_ spot: YAMLNode) -> ServiceTerms? {
        guard let mapping = spot.mapping() else { return nil }
        let fees = mapping.required("fees").flatMap(fees)
        let parts = mapping.required("parts-inside-warranty")?.option(PartsInsideWarranty.self)
        let replaced = mapping.required("replaced-part")?.mapping().flatMap(replacedPart)
        mapping.finish()
        guard let fees, let parts, let replaced else { return nil }
        return ServiceTerms(fees: fees, partsInsideWarranty: parts, replacedPart: replaced)
    }

    private static func fees(_ spot: YAMLNode) -> [Fee]? {
        var names = UniqueNames()
        return spot.list()?.compactMap { entry -> Fee? in
            guard let mapping = entry.mapping() else { return nil }
            let id = mapping.required("id")?.identifier()
            names.check(id, at: mapping.optional("id"))
            let title = mapping.required("title")?.localized()
            let unit = mapping.required("unit")?.localized()
            let price = mapping.required("price")?.money(upTo: dearest)
            mapping.finish()
            guard let id, let title, let unit, let price else { return nil }
            return Fee(id: id, title: title, unit: unit, price: price)
        }
    }

    private static func replacedPart(_ mapping: MappingReader) -> ReplacedPartWarranty? {
        let kind = mapping.required("warranty")?.word(of: ["remaining", "anew"])
        let months = kind == "anew" ? mapping.required("months")?.integer(in: 1...Limits.months) : nil
        mapping.finish()
        switch kind {
        case "remaining": return .remaining
        case "anew": return months.map { .anew(months: $0) }
        default: return nil
        }
    }
}

extension YAMLNode {
    /// An amount in yuan: `50`, `80.50`.
    fileprivate func money(upTo most: Money) -> Money? {
        guard let scalar = scalar() else { return nil }
        let field = Field.money("price", upTo: most, required: true)
        let bound = Form("price", [field]).bind(["price": [scalar]], today: .earliest)
        guard let money = bound[field] else {
            let isTooLarge = bound.errors.first?.code == "amount-too-large"
            note(isTooLarge ? .amountTooLarge : .notAnAmount, isTooLarge ? ["most": most.grouped] : [:])
            return nil
        }
        return money
    }
}
