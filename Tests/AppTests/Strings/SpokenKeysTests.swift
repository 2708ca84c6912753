import Forms
import Foundation
import Testing

@testable import App

/// What the program says and what the catalogues hold are the same.
struct SpokenKeysTests {
    private let catalogue = ProjectFolder.required { Strings.catalogues[.simplified] ?? [:] }

    private func missing(_ keys: some Sequence<String>) -> [String] {
        Set(keys).filter { catalogue[$0] == nil }.sorted()
    }

    @Test("every key that stands in the program is in the catalogue")
    func literals() throws {
        // Names of inputs and files, not of sentences.
        let inputs: Set = ["callback.date", "callback.time", "audit.head", "audit.key", "fees.fee"]
        let keys = try SourceLiterals.keys(of: catalogue.keys)
        #expect(keys.count > 200)
        #expect(missing(keys).filter { !inputs.contains($0) } == [])
    }

    @Test("everything that the program knows all of has its words: roles, states, actions, milestones …")
    func enums() { #expect(missing(DemandedKeys.all) == []) }

    @Test("every field has its label, its hint and the words of its options")
    func forms() throws {
        #expect(missing(try EveryForm.all().flatMap(EveryForm.keys)) == [])
    }

    @Test("every form of the program takes part in these tests")
    func allForms() throws {
        let declared = try ProjectFolder.files(in: "Sources/App", ["swift"]).flatMap {
            try $0.matches(#"\bForm\(\s*"([a-z-]+)""#)
        }
        let known = Set(try EveryForm.all().map(\.name))
        #expect(declared.count > 30)
        #expect(
            Set(declared).subtracting(known).sorted() == [],
            "add the form to Tests/AppTests/Registry/Forms/EveryForm.swift")
    }

    @Test("every code of an error has its sentence")
    func errors() throws {
        let files = try ["Sources/App", "Sources/Forms"].flatMap { try ProjectFolder.files(in: $0, ["swift"]) }
        let codes =
            try files.flatMap { try $0.matches(#"\bcode: "([a-z-]+)""#) }
            + ["too-short", "too-long", "same-as-username", "too-common"]
        let said = Set(catalogue.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        #expect(codes.count > 15)
        #expect(Set(codes).filter { !said.contains($0) }.sorted() == [])
    }

    @Test("every reason of a refusal has its sentence")
    func refusals() throws {
        let reasons = try ProjectFolder.files(in: "Sources/App", ["swift"]).flatMap {
            try $0.matches(#"\.(?:conflict|forbidden)\("([a-z-]+)"\)"#)
        }
        #expect(reasons.count > 8)
        #expect(missing(reasons.map { "refusal." + $0 }) == [])
    }

    @Test("every detail of an audit entry has its words")
    func auditDetails() throws {
        let details = try ProjectFolder.files(in: "Sources/App", ["swift"]).flatMap {
            try $0.matches(#"detail:\s*\[([^\]]*)\]"#)
        }.flatMap { try SourceFile(path: "", text: $0).matches(#""([a-z-]+)":"#) }
        #expect(details.count > 10)
        #expect(missing(details.map { "audit.detail." + $0 }) == [])
    }

    @Test("the catalogue holds no sentence that nothing says")
    func unused() throws {
        let templates = try ProjectFolder.files(in: "Templates", ["mustache"]).flatMap {
            try $0.matches(#"\{\{[#^]?\s*t\.([A-Za-z0-9.-]+)\s*\}\}"#)
        }
        let forms = try EveryForm.all()
        let said = Set(
            templates + DemandedKeys.all + (try SourceLiterals.keys(of: catalogue.keys))
                + forms.flatMap(EveryForm.keys))
        let patterns = try SourceLiterals.patterns()
        let fields = Set(forms.flatMap(EveryForm.keys))
        let unused = catalogue.keys.filter { key in
            let isError = key.firstRange(of: ".error.").map { fields.contains(String(key[..<$0.lowerBound])) } ?? false
            return !said.contains(key) && !isError && !patterns.contains { key.wholeMatch(of: $0) != nil }
        }
        #expect(unused.sorted() == [])
    }
}
