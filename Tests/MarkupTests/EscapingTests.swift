import Markup
import Testing

/// Nothing that is typed becomes markup, whatever stands beside it.
struct EscapingTests {
    @Test("marks of markup are escaped beside combining marks and signs that join with them")
    func vectors() throws {
        let joining = [
            "", "\u{301}", "\u{600}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{1F3FB}", "\u{94D}", "\r", "\0",
        ]
        for mark in ["<", ">", "&", "\"", "'", "`"] {
            for before in joining {
                for after in joining {
                    let text = before + mark + after
                    let html = try drawn("{{a}}", ["a": .text(text)])
                    #expect(!html.utf8.contains { "<>\"'`".utf8.contains($0) }, "\(text.unicodeScalars)")
                    #expect(unescaped(html).utf8.elementsEqual(text.utf8))
                }
            }
        }
    }

    private func unescaped(_ html: String) -> String {
        var text = html
        for (escape, mark) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&amp;", "&"),
        ] {
            let parts = text.utf8.split(separator: Array(escape.utf8), omittingEmptySubsequences: false)
            text = String(decoding: Array(parts.joined(separator: mark.utf8)), as: UTF8.self)
        }
        return text
    }

    @Test("numbers and flags are what they are")
    func others() throws {
        #expect(try drawn("{{a}} {{b}} {{c}}", ["a": -7, "b": true, "c": false]) == "-7 true false")
    }
}
