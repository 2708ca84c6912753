import Forms
import Foundation
import Randomness
import Testing

@Suite("Typed text")
struct TypedTextTests {
    @Test(
        "one line is trimmed, composed, and freed of breaks and hidden marks",
        arguments: [
            ("  王芳　", "王芳"), ("a\r\nb", "a b"), ("a\tb", "a b"), ("a\u{0}b\u{7}", "ab"), ("\u{202E}abc\u{2066}", "abc"),
            ("e\u{301}", "\u{E9}"), ("\u{FEFF}abc", "abc"), ("　", ""), ("\u{200B}\u{200B}", ""), ("\u{3164}", ""),
            ("ＡＢＣ１", "ＡＢＣ１"), ("王·明", "王·明"), ("𠮷田", "𠮷田"), ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"), ("❤️", "❤️"), ("a\u{2028}b", "a b"),
        ])
    func oneLine(typed: String, expected: String) {
        #expect(Array(TypedText.oneLine(typed).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("lines keep their breaks, each as a line feed")
    func lines() {
        #expect(TypedText.lines("\r\n一\r\n二\r三\n\n四\t五 \n") == "一\n二\n三\n\n四\t五")
    }

    @Test("full-width letters and dashes become those of the keyboard")
    func halfWidth() {
        #expect(TypedText.halfWidth("１２－３：ＡＢ　—–−") == "12-3:AB ---")
    }

    @Test("length counts what people see, and no character carries marks without end")
    func length() {
        #expect(TypedText.length("𠮷👨‍👩‍👧‍👦é") == 3)
        #expect(TypedText.length("e" + String(repeating: "\u{301}", count: 79)) == 73)
        #expect(TypedText.length("e" + String(repeating: "\u{301}", count: 7)) == 1)
    }

    @Test("every character comes out composed")
    func composed() {
        for scalar in (0x20...0xFFFF).compactMap({ Unicode.Scalar(UInt32($0)) }) where !scalar.properties.isWhitespace {
            let typed = "e\(scalar)a\u{301}"
            let kept = Array(TypedText.oneLine(typed).unicodeScalars)
            let isDropped = !kept.contains(scalar) && scalar.properties.isDefaultIgnorableCodePoint
            #expect(
                isDropped || scalar.properties.generalCategory == .control
                    || kept == Array(typed.precomposedStringWithCanonicalMapping.unicodeScalars))
        }
    }

    @Test("accents are composed however many letters have one")
    func manyAccents() {
        let typed = String(repeating: "e\u{301}", count: 100)
        #expect(TypedText.oneLine(typed).unicodeScalars.count == 100)
    }

    @Test("tidying twice changes nothing more")
    func idempotent() {
        var random = RandomSource(seed: 4)
        for _ in 0..<5_000 {
            let scalars = (0..<random.below(12)).compactMap { _ in Unicode.Scalar(UInt32(random.below(0x3100))) }
            let typed = String(String.UnicodeScalarView(scalars))
            let once = TypedText.oneLine(typed)
            let lines = TypedText.lines(typed)
            #expect(TypedText.oneLine(once) == once)
            #expect(TypedText.lines(lines) == lines)
        }
    }

    @Test("a text falls back to simplified Chinese, then to any language")
    func localized() throws {
        let text = LocalizedText([.simplified: "回访", .english: "follow-up"])
        #expect(text[.traditional] == "回访")
        #expect(text[.english] == "follow-up")
        #expect(LocalizedText([.english: "call"])[.simplified] == "call")
        #expect(LocalizedText([:])[.simplified] == "")
        let stored = try JSONEncoder().encode(LocalizedText([.simplified: "回访"]))
        #expect(String(decoding: stored, as: UTF8.self) == #"{"zh-Hans":"回访"}"#)
        #expect(try JSONDecoder().decode(LocalizedText.self, from: Data(#"{"en":"call"}"#.utf8))[.english] == "call")
    }
}
