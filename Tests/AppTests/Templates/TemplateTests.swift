import Forms
import Foundation
import Testing

@testable import App

/// The templates as a whole: which there are, and what none of them may hold.
struct TemplateTests {
    private static let templates = ProjectFolder.templates
    private static let sources = ProjectFolder.sources

    private static func name(_ file: SourceFile) -> String {
        String(file.path.dropFirst("Templates/".count).dropLast(".mustache".count))
    }

    @Test("every page has a template of its own, and every template a page")
    func pagesAndTemplates() throws {
        let pages = try Self.sources.flatMap { try $0.matches(#"static let template = "([^"]*)""#) }
        let parts = ["components/", "fields/"]
        let whole = Self.templates.map(Self.name).filter { name in
            name != "layout" && !parts.contains { name.hasPrefix($0) }
        }
        #expect(pages.count > 20)
        #expect(pages.sorted() == whole.sorted())
    }

    @Test("every field kind has its template, and every part is used somewhere")
    func parts() throws {
        let kinds = try Self.sources.filter { $0.name == "FieldKind+Template.swift" }
            .flatMap { try $0.matches(#"case [^:]*: "([a-z]+)""#) }.filter {
                !["numeric", "decimal", "tel"].contains($0)
            }
        let named = try Self.templates.flatMap { try $0.matches(#"\{\{[><]\s*([a-z/-]+)\s*\}\}"#) }
        let kept = try Self.sources.flatMap { try $0.matches(#""template": "([a-z/-]+)""#) }
        let used = Set(named + kept + kinds.map { "fields/" + $0 })
        let parts = Self.templates.map(Self.name).filter {
            $0 == "layout" || $0.hasPrefix("components/") || $0.hasPrefix("fields/")
        }
        #expect(used.sorted() == parts.sorted())
    }

    @Test("no template switches escaping off, or holds scripts, styles or handlers", arguments: templates.map(\.path))
    func nothingDangerous(_ path: String) throws {
        let file = try #require(Self.templates.first { $0.path == path })
        let forbidden = [
            #"\{\{\{"#, #"\{\{\s*&"#, #"(?i)<style"#, #"(?i)\sstyle\s*="#, #"(?i)\son[a-z]+\s*="#, #"(?i)javascript:"#,
            #"(?i)<script(?![^>]*\ssrc=)[^>]*>"#, #"(?i)<(iframe|object|embed|base)\b"#,
        ]
        for pattern in forbidden { #expect(try file.matches(pattern) == []) }
    }

    @Test("every value in an attribute stands between quotes", arguments: templates.map(\.path))
    func quotedAttributes(_ path: String) throws {
        let file = try #require(Self.templates.first { $0.path == path })
        #expect(try file.matches(#"=\{\{[^}]*\}\}"#) == [])
    }

    @Test("no template holds words of its own", arguments: templates.map(\.path))
    func noWords(_ path: String) throws {
        let file = try #require(Self.templates.first { $0.path == path })
        let keys = try Regex(#"<kbd>[A-Za-z]+</kbd>"#)
        let markup = try Regex(#"(?s)\{\{.*?\}\}|<[^>]*>"#)
        let words = file.text.replacing(keys, with: "").replacing(try Regex(#"\{\{[^}]*\}\}"#), with: "")
            .replacing(markup, with: " ")
        #expect(words.filter(\.isLetter) == "")
    }

    @Test("a badge has one of the looks that the style sheet knows, and pages get it from the closed list alone")
    func badges() throws {
        let looks = Set(BadgeLook.allCases.map(\.rawValue))
        let drawn = try Self.templates.flatMap { try $0.matches(#"badge badge-([^"]*)""#) }
        #expect(Set(drawn).subtracting(looks) == ["{{look}}"])
        let sheet = try #require(ProjectFolder.files(in: "Public", ["css"]).first { $0.name == "app.css" })
        // What takes its course has the mark and colour of every badge.
        let coloured = Set(try sheet.matches(#"\.badge-([a-z-]+)"#))
        #expect(coloured == looks.subtracting([BadgeLook.neutral.rawValue]))
        #expect(Self.sources.filter { $0.text.contains(#""look":"#) }.map(\.name) == ["BadgeLook.swift"])
    }

    @Test("a name that a template asks for is one that some page gives", arguments: templates.map(\.path))
    func names(_ path: String) throws {
        let file = try #require(Self.templates.first { $0.path == path })
        let asked = try file.matches(#"\{\{(?:#|\^|>\*)?([a-zA-Z][\w-]*)[.\w-]*\}\}"#)
        #expect(Set(asked).subtracting(Self.given).subtracting(["t", "layout"]).sorted() == [])
    }

    /// Every literal that may be a name in the values of a page.
    private static let given = Set(
        ProjectFolder.required { try sources.flatMap { try $0.matches(#""([a-zA-Z][\w-]*)""#) } })

    @Test("sentences with arguments are made by pages, never by templates")
    func noArguments() throws {
        let keys = try Self.templates.flatMap { try $0.matches(#"\{\{[#^]?\s*t\.([A-Za-z0-9.-]+)\s*\}\}"#) }
        let catalogue = try #require(Strings.catalogues[.english])
        // The script puts the time into this one, each time that it saves.
        let filledByTheScript: Set = ["save.saved"]
        #expect(keys.filter { catalogue[$0]?.contains("{") ?? false && !filledByTheScript.contains($0) } == [])
    }
}
