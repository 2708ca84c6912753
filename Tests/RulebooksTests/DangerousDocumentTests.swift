import Rulebooks
import Testing

@Suite("Documents made to exhaust the reader are refused with line and reason")
struct DangerousDocumentTests {
    @Test(
        "anchors and aliases are refused wherever they hide",
        arguments: [
            "a: &x 1", "a: *x", "- &x [1]", "[&x 1, *x]", "{\"a\":*x}", "? &x a\n: b", "a:\n  &x b", "a: 'it' # &x",
            "&x a: b", "'a': \"b\n&x c\"",
        ])
    func anchors(yaml: String) throws {
        let mistakes = SmallRulebook.mistakes(in: "# first line\n" + yaml)
        #expect(mistakes.map(\.code) == [.anchor])
        #expect(try #require(mistakes.first).line >= 2)
    }

    @Test("a sentence with an ampersand or asterisk between words or letters is fine")
    func sentences() {
        let yaml = SmallRulebook.yaml.replacing("en: Short", with: "en: R&D & more 2*3 * 4")
        #expect(SmallRulebook.mistakes(in: yaml).isEmpty)
    }

    @Test("a bomb of aliases is refused at its first line")
    func bomb() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(SmallRulebook.mistakes(in: yaml).map(\.code) == [.anchor])
        #expect(SmallRulebook.mistakes(in: yaml).map(\.line) == [1])
    }

    @Test("a merge of one mapping into another is no way around anchors, and one file is one rulebook")
    func mergesAndDocuments() {
        let merged = SmallRulebook.yaml.replacing("peak-months:", with: "<<: {target-percent: 5}\npeak-months:")
        #expect(SmallRulebook.mistakes(in: merged).map(\.code) == [.unknownKey])
        let two = SmallRulebook.yaml + "\n---\n" + SmallRulebook.yaml
        #expect(SmallRulebook.mistakes(in: two).map(\.code) == [.notYAML])
    }

    @Test("deep nesting is refused", arguments: ["[", "{a: ", "- ", "? "])
    func deep(opening: String) {
        let yaml = String(repeating: opening, count: 100_000)
        #expect(SmallRulebook.mistakes(in: yaml).contains { $0.code == .tooDeep && $0.line == 1 })
    }

    @Test("deep indentation is refused at the line that goes too far")
    func deepIndentation() {
        let yaml = (0..<500).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(SmallRulebook.mistakes(in: yaml).map(\.code) == [.tooDeep])
        #expect(SmallRulebook.mistakes(in: yaml).map(\.line) == [66])
    }

    @Test("a document larger than any rulebook is refused unread")
    func large() {
        let yaml = SmallRulebook.yaml + String(repeating: "# padding\n", count: 60_000)
        #expect(SmallRulebook.mistakes(in: yaml).map(\.code) == [.tooLarge])
    }

    @Test("line counts include every kind of line break")
    func lineBreaks() {
        let yaml = SmallRulebook.yaml.replacing("\n", with: "\r\n").replacing("kind: yes-no", with: "kind: *x")
        let expected = SmallRulebook.line(of: "kind: yes-no", in: SmallRulebook.yaml)
        #expect(SmallRulebook.mistakes(in: yaml).map(\.line) == [expected])
    }

    @Test("thousands of broken variants of a rulebook are refused or read, and never stop the service")
    func fuzzed() {
        var random = SeededNumbers(seed: 7)
        let original = Array(SmallRulebook.yaml.unicodeScalars)
        let splinters: [Unicode.Scalar] = [
            "{", "}", "[", "]", ":", "-", "\n", " ", "\"", "&", "*", "!", "|", ">", "\u{0}", "九",
        ]
        for _ in 0..<2_000 {
            var scalars = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = Int.random(in: 0..<scalars.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: scalars.remove(at: position)
                case 1: scalars.insert(splinters.randomElement(using: &random) ?? " ", at: position)
                default: scalars.removeSubrange(position..<min(position + 40, scalars.count))
                }
            }
            var yaml = String.UnicodeScalarView()
            yaml.append(contentsOf: scalars)
            for mistake in SmallRulebook.mistakes(in: String(yaml)) { #expect(mistake.line >= 0) }
        }
    }
}
