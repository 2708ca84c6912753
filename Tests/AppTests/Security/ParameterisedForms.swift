import Forms
import Foundation
import HTTPTypes
import Hummingbird

@testable import App

/// Every address that takes something in its query, with things of the company put into it (ACC-12).
struct ParameterisedForms {
    let company: TestCompany

    /// The names that handlers read, from the source itself, so that a new one is crawled as soon as it is there.
    static let names: [String] = ProjectFolder.required {
        let patterns = [
            #"query\["([a-z-]+)"\]"#, #"items\["([a-z-]+)"\]"#, #"items\("([a-z-]+)"\)"#, #"\bnumber\("([a-z-]+)"\)"#,
        ]
        let found = try ProjectFolder.sources.flatMap { file in try patterns.flatMap { try file.matches($0) } }
        return Set(found + ["record"]).subtracting(plain).sorted()
    }

    /// What only pages, sorts or words a list, and names nothing.
    private static let plain: Set = [
        "page", "order", "then", "print", "size", "verify", "revision", "month", "week", "from", "until", "id",
        "before",
        "submission", "late", "important", "complaint", "not-fixed", "key", "grade", "state", "outcome", "channel",
        "action", "kind", "day", "year", "readings", "refusals", "proof", "assignment",
    ]

    /// Those that are open to somebody at all, with each name and each value.
    /// - Parameter values: numbers of things, and what somebody might look for.
    func paths(for browser: Browser, values: [String]) async throws -> [String] {
        let addresses = company.app.router().routes.filter { $0.method == .get }.map { "\($0.path)" }
            .filter { !$0.contains("{") && !$0.contains(":") }
        var paths: [String] = []
        for address in addresses where try await browser.send(.get, address).status != 403 {
            paths += Self.names.flatMap { name in values.map { Paths.with(address, [(name, $0)]) } }
        }
        return paths
    }
}
