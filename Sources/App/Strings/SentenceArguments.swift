/// What stands for the placeholders of a sentence, by name: a handful, so that no table is made for them.
struct SentenceArguments: ExpressibleByDictionaryLiteral {
    private var entries: [(name: String, text: String)]

    init(dictionaryLiteral entries: (String, String)...) { self.entries = entries }

    init(_ texts: [String: String]) { entries = texts.map { ($0, $1) } }

    var isEmpty: Bool { entries.isEmpty }

    subscript(name: String) -> String? { entries.last { $0.name == name }?.text }

    /// Adds one, instead of one of the same name.
    func with(_ name: String, _ text: String) -> SentenceArguments {
        var more = self
        more.entries.append((name, text))
        return more
    }
}
