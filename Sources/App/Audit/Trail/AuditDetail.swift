import Foundation

/// The details of an entry, in the words used elsewhere for the same things (ACC-5).
enum AuditDetail {
    static func text(of entry: AuditEntry, _ words: Words) -> String? {
        let parts = entry.detail.sorted { $0.key < $1.key }.map { key, value in
            words.optional("audit.detail.\(key).\(value)") ?? sentence(key, value, of: entry, words)
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private static func sentence(_ key: String, _ value: String, of entry: AuditEntry, _ words: Words) -> String {
        let shown = readable(key, value, of: entry, words)
        return words.optional("audit.detail.\(key)").map { _ in words("audit.detail.\(key)", ["value": shown]) }
            ?? shown
    }

    private static func readable(_ key: String, _ value: String, of entry: AuditEntry, _ words: Words) -> String {
        switch key {
        case "fields", "changed": named(value, words) { "\(entry.subjectKind).\($0)" }
        case "roles": named(value, words) { "role.\($0)" }
        case "scope": words("audit.detail.scope.record")
        case "route": route(value, words)
        default: moment(value).map(words.dateTime) ?? value
        }
    }

    /// Translates several of our identifiers, separated by commas or spaces.
    private static func named(_ names: String, _ words: Words, key: (Substring) -> String) -> String {
        names.split { $0 == "," || $0 == " " }.map { words.optional(key($0)) ?? String($0) }
            .joined(separator: words("rulebook.list-separator"))
    }

    /// A route's pattern means nothing to people; it is prefixed with the feature that it belongs to.
    private static func route(_ pattern: String, _ words: Words) -> String {
        let path = pattern.replacing(#/\{[a-z]+\}/#, with: "…")
        guard let first = pattern.split(separator: "/").first, let place = words.optional("nav.\(first)") else {
            return path
        }
        return "\(place) \(path)"
    }

    /// Parses a stored moment, to be shown in the company's time zone.
    private static func moment(_ text: String) -> Date? {
        guard text.utf8.count == "2026-11-23 02:30:00.000".utf8.count else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return try? Date(text.replacing(" ", with: "T") + "Z", strategy: style)
    }
}
