/// A string of a catalogue, with its placeholders such as `{count}` found once.
struct Sentence: Sendable {
    /// As the catalogue has it.
    let text: String
    private let parts: [Part]

    private enum Part {
        case text(String)
        case argument(String)
    }

    init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.text(String(rest[..<open])))
            parts.append(.argument(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        self.parts = parts + [.text(String(rest))]
    }

    /// Puts arguments in; braces in them are not taken for placeholders, and a placeholder without one stays.
    func filled(_ arguments: SentenceArguments) -> String {
        guard !arguments.isEmpty else { return text }
        var filled = ""
        for part in parts {
            switch part {
            case .text(let text): filled += text
            case .argument(let name): filled += arguments[name] ?? "{\(name)}"
            }
        }
        return filled
    }
}
