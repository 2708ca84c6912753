import Forms
import HTTPTypes

/// Language negotiation: the switch's cookie first, then `Accept-Language`, else simplified Chinese (RUN-2).
enum PreferredLanguage {
    static let cookie = "language"

    /// - Parameter chosen: what the switch's cookie holds.
    static func of(_ headers: HTTPFields, chosen: String?) -> Language {
        if let chosen = chosen.flatMap(Language.init) { return chosen }
        return headers[.acceptLanguage].flatMap(parse) ?? .simplified
    }

    /// - Returns: the supported language that the browser prefers, or nil when it names none of them.
    static func parse(_ header: String) -> Language? {
        let wishes = header.prefix(500).split(separator: ",").prefix(20).enumerated().compactMap { index, item in
            let parts = item.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return parts.first.flatMap { language(String($0)) }.map { (language: $0, weight: weight, index: index) }
        }
        return wishes.filter { $0.weight > 0 }.max { ($0.weight, -$0.index) < ($1.weight, -$1.index) }?.language
    }

    private static func language(_ tag: String) -> Language? {
        let tag = tag.lowercased()
        if tag.hasPrefix("zh") {
            return ["hant", "-tw", "-hk", "-mo"].contains(where: tag.contains) ? .traditional : .simplified
        }
        return tag.hasPrefix("en") ? .english : nil
    }
}
