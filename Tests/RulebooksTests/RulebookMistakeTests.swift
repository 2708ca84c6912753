import Rulebooks
import Testing

/// One way to spoil the small rulebook, and the mistake that must be found.
struct SpoiledRulebook: Sendable, CustomTestStringConvertible {
    let code: RulebookMistake.Code
    let field: String
    let original: String
    let spoiled: String
    /// What stands in the line that the mistake is on.
    let lineWith: String

    init(_ code: RulebookMistake.Code, _ field: String, _ original: String, _ spoiled: String, at line: String? = nil) {
        self.code = code
        self.field = field
        self.original = original
        self.spoiled = spoiled
        lineWith = line ?? spoiled
    }

    var testDescription: String { "\(code.rawValue) at \(field)" }
}

@Suite("Mistakes in a rulebook are named by line and field")
struct RulebookMistakeTests {
    @Test("the small rulebook itself has none")
    func small() throws {
        #expect(SmallRulebook.mistakes(in: SmallRulebook.yaml).isEmpty)
    }

    @Test("of each kind", arguments: SpoiledRulebook.values + SpoiledRulebook.rules)
    func named(_ spoiled: SpoiledRulebook) throws {
        let yaml = SmallRulebook.yaml.replacing(spoiled.original, with: spoiled.spoiled)
        try #require(yaml != SmallRulebook.yaml)
        let mistakes = SmallRulebook.mistakes(in: yaml)
        let line = try #require(SmallRulebook.line(of: spoiled.lineWith, in: yaml))
        #expect(
            mistakes.contains { $0.code == spoiled.code && $0.field == spoiled.field && $0.line == line },
            "found \(mistakes)")
    }

    @Test("all at once, in order of line")
    func all() {
        let yaml = SmallRulebook.yaml
            .replacing("target-percent: 80", with: "target-percent: 180")
            .replacing("stage: care", with: "stage: cure")
            .replacing("rulebook: small", with: "rulebook: Small Book")
        let mistakes = SmallRulebook.mistakes(in: yaml)
        #expect(mistakes.map(\.code) == [.notAnIdentifier, .outOfRange, .unknownReference])
        #expect(mistakes.map(\.line) == mistakes.map(\.line).sorted())
    }

    @Test(
        "an empty document, a list and a sentence are no rulebooks", arguments: ["", "\n# nothing\n", "- a", "hello"])
    func otherDocuments(yaml: String) {
        #expect(!SmallRulebook.mistakes(in: yaml).isEmpty)
    }
}
