import Foundation
import Testing

/// Whoever looks for something finds the one place where it can be: one noun, one folder; one type, one file.
struct LayoutTests {
    private static func sources() throws -> [SourceFile] { try ProjectFolder.files(in: "Sources/App", ["swift"]) }

    /// Files that are named after what they tell, as they declare no type of their own.
    private static func isNamedFreely(_ file: SourceFile) -> Bool {
        file.path.contains("/Migrations/") || ["SQLValues.swift", "StoredWords.swift"].contains(file.name)
    }

    @Test("a file is named after a type that it declares, or after one that it extends and what it adds")
    func names() throws {
        let odd = try Self.sources().filter { file in
            guard !Self.isNamedFreely(file) else { return false }
            let parts = file.name.dropLast(".swift".count).split(separator: "+").map(String.init)
            let name = try #require(parts.first)
            let declares = #"\b(struct|enum|class|actor|protocol|typealias) \#(name)\b"#
            let extends = #"\bextension (?:\[|Sequence|[A-Za-z.]*\b\#(name)\b)"#
            let pattern = parts.count > 1 ? "\(declares)|\(extends)" : declares
            return try !file.codeLines.contains { try $0.firstMatch(of: Regex(pattern)) != nil }
        }
        #expect(odd.map(\.path) == [])
    }

    @Test("a folder has at most 15 files; more means that another noun is hiding in it")
    func sizes() throws {
        let folders = Dictionary(grouping: try Self.sources()) { file in
            file.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        #expect(folders.count > 50)
        let large = folders.filter { $0.value.count > 15 && !$0.key.hasSuffix("/Migrations") }
        #expect(large.map { "\($0.key): \($0.value.count)" }.sorted() == [])
    }

    /// Addresses whose first noun is not the name of the folder at the top, and where they are served from instead.
    private static let elsewhere = [
        "/": "App", "access-grants": "AccessRequests", "calendar": "Rulebook", "clock": "Company",
        "complaint": "Enquiries", "condition": "Company", "customers/projects": "Projects", "enquiry": "Enquiries",
        "excuse-requests": "FollowUps", "feedback-links": "Feedback", "feedback-records": "Feedback", "fees": "Visits",
        "handovers": "FollowUps", "health": "Company", "language": "Web", "metrics": "Company",
        "password": "Accounts", "photographs": "Visits", "projects/feedback": "Feedback",
        "projects/feedback-links": "Feedback", "receipts": "Web", "received": "Enquiries", "sessions": "Accounts",
        "set-up": "Accounts", "sign-in": "Accounts", "sign-out": "Accounts", "staff": "Accounts",
        "staff/handover": "FollowUps", "today": "FollowUps", "work-orders/visits": "Visits",
    ]

    @Test("an address is served from the folder of its noun, or from one that the list above names")
    func controllers() throws {
        let sources = try Self.sources()
        let folders = Dictionary(
            sources.filter { $0.name.hasSuffix("Controller.swift") }.map { file in
                (String(file.name.dropLast(".swift".count)), file.path.split(separator: "/").map(String.init)[2])
            }, uniquingKeysWith: { first, _ in first })
        var used: Set<String> = []
        var found = 0
        let patterns = try ProjectFolder.urlPatterns()
        for file in sources where file.path.contains("/Routes/") {
            for route in try Self.routes(in: file, patterns) {
                let folder = try #require(folders[route.controller], "\(route.controller) of \(route.path)")
                found += 1
                let nouns = route.path.split(separator: "/").filter { !$0.hasPrefix("{") }
                    .map { String($0.prefix { $0 != "." }) }
                let expected = [nouns.prefix(2).joined(separator: "/"), nouns.first ?? "/"]
                    .first { Self.elsewhere[$0] != nil }
                if let expected { used.insert(expected) }
                let named = expected.flatMap { Self.elsewhere[$0] } ?? Self.folder(of: nouns.first ?? "")
                let possible = [named, Self.folder(of: nouns.first ?? "")]
                #expect(possible.contains(folder), "\(route.path) is served from \(folder)/, and belongs to \(named)/")
            }
        }
        #expect(found > 150)
        #expect(Set(Self.elsewhere.keys).subtracting(used).subtracting(["/"]).sorted() == [])
    }

    private static func folder(of noun: String) -> String {
        noun.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func routes(in file: SourceFile, _ patterns: [String: String]) throws -> [(
        path: String, controller: String
    )] {
        let names = Dictionary(
            file.text.matches(of: #/(\w+) = (\w+[cC]ontroller)\b/#).map { (String($0.1), String($0.2)) },
            uniquingKeysWith: { first, _ in first })
        return try file.text.matches(of: #/\.(?:get|post)\(Paths\.(\w+), use: (\w+)[.(]/#).compactMap { match in
            let name = names[String(match.2)] ?? String(match.2)
            guard name.hasSuffix("ontroller") else { return nil }
            return (try #require(patterns[String(match.1)]), name.prefix(1).uppercased() + name.dropFirst())
        }
    }

    @Test("one thing is shown by its own controller: no other one is held by a controller to show its page")
    func holding() throws {
        let holders = try Self.sources().filter { file in
            file.name.hasSuffix("Controller.swift")
                && file.codeLines.contains { $0.contains(#/let \w+: \w+Controller\b/#) }
        }
        #expect(holders.map(\.path) == [])
    }

    @Test("a template lies in the folder of its page")
    func templates() throws {
        var seen = 0
        for file in try Self.sources() {
            for template in try file.matches(#"static let template = "([^"]+)""#) where template.contains("/") {
                let folder = file.path.split(separator: "/").dropFirst(2).dropLast().map(Self.dashed)
                #expect(template.split(separator: "/").dropLast().map(String.init) == folder, "\(file.path)")
                seen += 1
            }
        }
        #expect(seen > 50)
    }

    /// Folders of tests that are about the whole program, and what they share.
    private static let ofTheWhole: Set = [
        "Architecture", "Journeys", "Registry", "Registry/Forms", "Registry/Routes", "Security", "Support", "Templates",
    ]

    @Test("a test lies in the folder of what it tests")
    func tests() throws {
        let folders = { (root: String, paths: [String]) in
            Set(paths.map { $0.dropFirst(root.count).split(separator: "/").dropLast().joined(separator: "/") })
        }
        let tests = folders("Tests/AppTests", try ProjectFolder.files(in: "Tests/AppTests", ["swift"]).map(\.path))
        // What several folders of tests share stands in the folder around them.
        let sources = folders("Sources/App", try Self.sources().map(\.path)).reduce(into: Set<String>()) {
            all, folder in
            let parts = folder.split(separator: "/")
            for count in 0...parts.count { all.insert(parts.prefix(count).joined(separator: "/")) }
        }
        #expect(tests.count > 50)
        #expect(tests.subtracting(Self.ofTheWhole).subtracting(sources).sorted() == [])
        #expect(Self.ofTheWhole.subtracting(tests).sorted() == [])
    }

    private static func dashed(_ name: Substring) -> String {
        name.reduce(into: "") { text, letter in
            if letter.isUppercase, !text.isEmpty { text += "-" }
            text += letter.lowercased()
        }
    }
}
