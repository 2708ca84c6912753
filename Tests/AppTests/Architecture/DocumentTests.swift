import Foundation
import Testing

/// What newcomers read is true of the tree that they read it in.
struct DocumentTests {
    private static func documents() throws -> [SourceFile] {
        let names = ["README.md", "CONTRIBUTING.md"]
        let top = try names.map { name in
            SourceFile(
                path: name, text: try String(contentsOf: ProjectFolder.url.appending(path: name), encoding: .utf8))
        }
        return top + (try ProjectFolder.files(in: "docs", ["md"]).filter { !$0.path.contains("decisions/") })
    }

    @Test("they name and link only files and folders that are there")
    func paths() throws {
        var checked = 0
        for document in try Self.documents() {
            let folder = document.path.contains("/") ? "docs/" : ""
            let links = try document.matches(#"\]\(([^)#:]+)(?:#[^)]*)?\)"#).map { folder + $0 }
            let named = try document.matches(
                #"`((?:Sources|Tests|Templates|Public|docs|bin)/[A-Za-z0-9_./+-]*[A-Za-z0-9_/])`"#)
            for path in links + named {
                let place = ProjectFolder.url.appending(path: path).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: place), "\(document.path) names \(path)")
                checked += 1
            }
        }
        #expect(checked > 30)
    }

    @Test("the glossary names types and tables that are there")
    func glossary() throws {
        let glossary = try #require(Self.documents().first { $0.name == "glossary.md" })
        let schema = try ProjectFolder.files(in: "Tests/AppTests/Database", ["sql"]).map(\.text).joined()
        let sources = try ProjectFolder.files(in: "Sources", ["swift"]).flatMap(\.codeLines).joined(separator: "\n")
        let words = glossary.lines.filter { $0.hasPrefix("|") }.flatMap { line in
            line.matches(of: #/`([A-Za-z_.]+)`/#).map { String($0.1.prefix { $0 != "." }) }
        }
        #expect(words.count > 60)
        let missing = words.filter { word in
            guard word.first?.isUppercase == true else {
                // A table that a migration made anew has its name in quotes.
                return !schema.contains("CREATE TABLE \(word) (") && !schema.contains("CREATE TABLE \"\(word)\" (")
            }
            return !["struct", "enum", "class"].contains { sources.contains("\($0) \(word)") }
        }
        #expect(missing == [])
    }

    @Test("the index of decisions names each of them once, and none that is gone")
    func decisions() throws {
        let files = try ProjectFolder.files(in: "docs/decisions", ["md"])
        let index = try #require(files.first { $0.name == "README.md" })
        let named = index.text.matches(of: #/\]\(([^)]+\.md)\)/#).map { String($0.1) }
        #expect(named.sorted() == files.map(\.name).filter { $0 != "README.md" }.sorted())
    }

    @Test("the README is read in a few minutes")
    func length() throws {
        let readme = try #require(Self.documents().first)
        #expect(readme.lines.count <= 130)
    }
}
