import Forms

@testable import App

/// Keys and placeholders that reached a page because the catalogue or a page left them out.
enum UnspokenWords {
    private static let prefixes = ProjectFolder.required {
        Set(
            (Strings.catalogues[.simplified] ?? [:]).keys.compactMap { $0.split(separator: ".").first.map(String.init) }
        )
    }

    // Compiled once: every page of every test is looked at.
    nonisolated(unsafe) private static let key = #/([a-z][a-z-]*)(\.[a-z0-9-]+)+/#
    nonisolated(unsafe) private static let placeholder = #/\{[a-z]+\}/#

    /// What may have one in it, found by the parser, which is a hundred times quicker than a search from here.
    private static let suspects =
        "(//body//text()[not(ancestor::textarea)] | //title/text() | //@aria-label | //@title)"
        + "[contains(., '{') or contains(., '.')]"

    /// Such as `error.too-short`, or `{name}`.
    static func all(on page: ShownPage) throws -> [String] {
        let suspects = try page.find(suspects).map(\.text)
        guard !suspects.isEmpty else { return [] }
        // What stands in a text area is somebody's own, or a document.
        let typed = try page.find("//textarea").map(\.text).filter { !$0.isEmpty }
        return suspects.map { typed.reduce($0) { $0.replacing($1, with: "") } }.flatMap { text in
            text.matches(of: key).filter { prefixes.contains(String($0.1)) }.map { String($0.0) }
                + text.matches(of: placeholder).map { String($0.0) }
        }
    }
}
