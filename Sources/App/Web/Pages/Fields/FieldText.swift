import Forms

/// Formats stored values for record pages and comparisons.
enum FieldText {
    /// - Parameter canonical: the canonical text of a field's value; with several options, one a line.
    static func readable(_ canonical: String, of field: FieldDefinition?, _ words: Words) -> String {
        guard let field, !canonical.isEmpty else { return canonical }
        switch field.kind {
        case .text, .textArea, .password, .number, .phone, .signature, .rows: return canonical
        case .money: return Money(canonical).map(words.money) ?? canonical
        case .date: return Day(canonical).map(words.day) ?? canonical
        case .dateTime:
            return LocalDateTime(canonical).map { "\(words.day($0.day)) \($0.time)" } ?? canonical
        case .choice(let choices), .person(let choices): return label(canonical, among: choices, words)
        case .scale(let choices): return "\(canonical) · \(label(canonical, among: choices, words))"
        case .choices(let choices):
            return canonical.split(separator: "\n").map { label(String($0), among: choices, words) }
                .joined(separator: "、")
        case .flag: return words(canonical == "yes" ? "form.yes" : "form.no")
        }
    }

    private static func label(_ value: String, among choices: [Choice], _ words: Words) -> String {
        choices.first { $0.value == value }.map { words($0.label) } ?? value
    }
}
