/// A supported language.
public enum Language: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case simplified = "zh-Hans"
    case traditional = "zh-Hant"
    case english = "en"
}
