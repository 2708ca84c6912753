import Markup
import Synchronization
import Testing

/// What never changes is drawn once in each language.
struct FragmentTests {
    private let library: TemplateLibrary
    private let made = Count()

    private final class Count: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }

    init() throws {
        let sources = ["page": "<{{part}}>{{#part}}!{{/part}}{{^part}}?{{/part}}", "part": "{{t.word}} {{name}}"]
        library = try TemplateLibrary(
            sources: sources.mapValues { Array($0.utf8) }, words: ["en": ["word": "Mr"], "de": ["word": "Herr"]])
    }

    private func draw(_ key: String, _ name: String, in language: String = "en") throws -> String {
        let fragment = Fragment("part", key: key) { [made] in
            made.add()
            return ["name": .text(name)]
        }
        let html = try library.draw("page", ["part": .fragment(fragment)], layout: [:], language: language)
        return String(decoding: html, as: UTF8.self)
    }

    @Test("it is drawn once for a key and a language, escaped, and not again")
    func once() throws {
        #expect(try draw("1", "<Li>") == "<Mr &lt;Li&gt;>!")
        #expect(try draw("1", "<Wang>") == "<Mr &lt;Li&gt;>!")
        #expect(made.value == 1)
        #expect(try draw("1", "Li", in: "de") == "<Herr Li>!")
        #expect(try draw("2", "Wang") == "<Mr Wang>!")
        #expect(made.value == 3)
    }

    @Test("there is an end to what is kept")
    func bounded() throws {
        for number in 0..<10_000 { _ = try draw("\(number)", "Li") }
        #expect(try draw("9999", "Wang") == "<Mr Li>!")
        #expect(try draw("0", "Wang") == "<Mr Wang>!")
    }
}
