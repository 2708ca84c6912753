/// A text of a rulebook in the languages that its author wrote it in.
public struct LocalizedText: Sendable, Hashable {
    private let byLanguage: [Language: String]

    public init(_ byLanguage: [Language: String]) {
        self.byLanguage = byLanguage
    }

    /// The text in `language`; where that was not written, the simplified Chinese or else any other one.
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
