import Foundation
import Testing

/// Rules of the house that a reader of one file cannot see broken in another.
struct HouseRuleTests {
    private static let sources = ProjectFolder.sources
    private static let code = sources.map { ($0.path, $0.codeLines) }

    @Test(
        "nothing in the program can stop it for everybody",
        arguments: [
            #"\btry!"#, #"\bas!"#, #"\bfatalError\("#, #"\bpreconditionFailure\("#, #"\bprecondition\("#,
            #"\bassertionFailure\("#, #"\.first!"#, #"\.last!"#, #"[A-Za-z0-9_\)\]\}]!(?![=A-Za-z])"#,
            #"\bnonisolated\(unsafe\)"#, #"@unchecked\b"#, #"\bunowned\b"#, #"\bassumeIsolated\b"#,
        ])
    func traps(_ pattern: String) throws {
        let regex = try Regex(pattern)
        #expect(Self.sources.count > 150)
        let places = Self.code.flatMap { path, lines in
            lines.enumerated().filter { $0.element.firstMatch(of: regex) != nil }
                .map { "\(path):\($0.offset + 1) \($0.element.trimmingCharacters(in: .whitespaces))" }
        }
        #expect(places == [])
    }

    @Test("no column is read in a way that ends the process when it holds something else")
    func rows() throws {
        // The library's subscripts of a row trap; `StoredRow.value` throws. Literals are empty in what is looked at here.
        let plain = try Regex(#"[A-Za-z0-9_)]\??\[""\]|\b(row|\$0)\??\["#)
        let stores = Self.sources.filter { $0.text.contains("import GRDB") && !$0.path.hasSuffix("StoredRow.swift") }
        #expect(stores.count > 40)
        let places = stores.flatMap { file in
            file.codeLines.enumerated().filter {
                !$0.element.contains("detail[") && $0.element.firstMatch(of: plain) != nil
            }
            .map { "\(file.path):\($0.offset + 1)" }
        }
        #expect(places == [])
    }

    @Test("a statement with five arguments or more names them: nobody counts question marks")
    func namedArguments() throws {
        let stores = Self.sources.filter { $0.text.contains("import GRDB") }
        let interpolation = try Regex(#"\\\([^)]*\)"#)
        let places = stores.flatMap { file in
            file.literals.filter { $0.replacing(interpolation, with: "").count { $0 == "?" } >= 5 }
                .map { "\(file.path): \($0.prefix(60))" }
        }
        #expect(places == [])
    }

    @Test("a store keeps its statements prepared: none is run by its bare text")
    func keptStatements() throws {
        // What runs once, at the start or in the night, may be prepared for that.
        let stores = Self.sources.filter {
            $0.text.contains("import GRDB") && !$0.path.contains("/Database/") && !$0.path.contains("/Background/")
        }
        #expect(stores.count > 40)
        let bare = try Regex(#"(?:\bdb, |execute\(\s*|makeStatement\(\s*)sql:"#)
        #expect(stores.filter { $0.text.firstMatch(of: bare) != nil }.map(\.path) == [])
    }

    @Test("nobody reads the C library's stat, whose members belong to another module in an optimised build")
    func stat() throws {
        let pattern = try Regex(#"\b[lf]?stat\(|\bst_(dev|ino|mode|size|uid)\b"#)
        let users = Self.code.filter { $0.1.contains { $0.firstMatch(of: pattern) != nil } }.map(\.0)
        #expect(users == [])
    }

    @Test("nobody waits for the next commit with the library's observer, which outlives a commit that failed")
    func observers() {
        let users = Self.code.filter { $0.1.contains { $0.contains("afterNextTransaction") } }.map(\.0)
        #expect(users == [])
    }

    @Test("no file has more than 250 lines")
    func lengths() throws {
        let tests = try ProjectFolder.files(in: "Tests", ["swift"])
        let long = (Self.sources + tests).filter { $0.lines.count - 1 > 250 }.map {
            "\($0.path): \($0.lines.count - 1)"
        }
        #expect(long == [])
    }

    @Test("half of the files have fewer than 80 lines")
    func median() {
        let lengths = Self.sources.map { $0.lines.count }.sorted()
        #expect(lengths[lengths.count / 2] < 80)
    }

    @Test("no file or folder is a drawer for everything")
    func drawers() {
        let names = ["Utils", "Utilities", "Helpers", "Core", "Common", "Services", "Extensions", "Managers", "Misc"]
        let found = Self.sources.map(\.path).filter { path in
            path.split(separator: "/").contains { part in names.contains { part == $0 || part == "\($0).swift" } }
        }
        #expect(found == [])
    }

    @Test("a folder of the app has more than one file")
    func folders() {
        let folders = Dictionary(grouping: Self.sources.filter { $0.path.hasPrefix("Sources/App/") }) { file in
            file.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        #expect(folders.filter { $0.value.count < 2 }.keys.sorted() == [])
    }

    @Test("nobody promises to do something later")
    func promises() throws {
        let mark = try Regex(#"\b(TODO|FIXME|XXX|HACK)\b"#)
        let files = Self.sources + ProjectFolder.templates
        #expect(files.filter { $0.text.firstMatch(of: mark) != nil }.map(\.path) == [])
    }
}
