/// A text of a rulebook, in the languages that its author provided.
public struct LocalizedText: Sendable, Hashable {
    private let byLanguage: [Language: String]

    public init(_ byLanguage: [Language: String]) {
        self.byLanguage = byLanguage
    }

    /// The text in `language`; falls back to simplified Chinese, then to any other language.
    public subscript(language: Language) -> String {
        ([language] + Language.allCases).lazy.compactMap { byLanguage[$0] }.first ?? ""
    }
}

extension LocalizedText: Codable {
    public init(from decoder: any Decoder) throws {
        byLanguage = try decoder.singleValueContainer().decode([Language: String].self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byLanguage)
    }
}
