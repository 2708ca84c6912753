extension FieldReader {
    func choice(_ choices: [Choice]) -> Reading {
        guard !isBlank(typed) else { return .empty }
        return option(typed, of: choices).map { .value(.choice($0)) } ?? .wrong(.notAnOption(field.name))
    }

    /// The chosen options without duplicates, in the order of the options.
    func choices(_ choices: [Choice]) -> Reading {
        let typed = (entered[field.name] ?? []).filter { !isBlank($0) }
        guard !typed.isEmpty else { return .empty }
        let found = typed.compactMap { option($0, of: choices) }
        guard found.count == typed.count else { return .wrong(.notAnOption(field.name)) }
        let chosen = Set(found)
        return .value(.choices(choices.map(\.value).filter(chosen.contains)))
    }

    /// An unticked box sends nothing and reads as no; a required flag must be yes.
    func flag() -> Reading {
        let typed = entered[field.name] ?? []
        guard typed.allSatisfy(TypedText.isShort) else { return .wrong(.notAnOption(field.name)) }
        let words = typed.map { TypedText.halfWidth(TypedText.oneLine($0)).lowercased() }
        if words.contains(where: Self.yes.contains) { return .value(.flag(true)) }
        guard words.allSatisfy(Self.no.contains) else { return .wrong(.notAnOption(field.name)) }
        return field.isRequired ? .empty : .value(.flag(false))
    }

    private static let yes: Set = ["yes", "on", "true", "1", "是"]
    private static let no: Set = ["", "no", "off", "false", "0", "否"]

    private func isBlank(_ typed: String) -> Bool {
        TypedText.oneLine(typed).isEmpty
    }

    private func option(_ typed: String, of choices: [Choice]) -> String? {
        guard TypedText.isShort(typed) else { return nil }
        let spellings = [typed, TypedText.oneLine(typed), TypedText.halfWidth(TypedText.oneLine(typed))]
        return spellings.lazy.first { spelling in choices.contains { $0.value == spelling } }
    }
}
