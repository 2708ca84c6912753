import Forms

@testable import App

/// Keys and placeholders that reached a page because the catalogue or a page left them out.
enum UnspokenWords {
    private static let prefixes = Set(
        (Strings.catalogues[.simplified] ?? [:]).keys.compactMap { $0.split(separator: ".").first.map(String.init) })

    /// Such as `error.too-short`, or `{name}`.
    static func all(on page: ShownPage) throws -> [String] {
        // What stands in a text area is somebody's own, or a document.
        let typed = try page.find("//textarea").map(\.text).filter { !$0.isEmpty }
        let texts =
            try page.find("//body | //title").map { typed.reduce($0.text) { $0.replacing($1, with: "") } }
            + page.find("//@aria-label | //@title").map(\.text)
        return texts.flatMap { text in
            text.matches(of: #/([a-z][a-z-]*)(\.[a-z0-9-]+)+/#).filter { prefixes.contains(String($0.1)) }.map {
                String($0.0)
            }
                + text.matches(of: #/\{[a-z]+\}/#).map { String($0.0) }
        }
    }
}
