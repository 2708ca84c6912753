import Markup
import Mustache
import Testing

/// Templates made at random are drawn as the engine draws them whose language they are written in.
struct OracleTests {
    @Test("5,000 templates with values made at random are drawn alike", arguments: 0..<10)
    func alike(_ part: Int) throws {
        MustacheContentTypes.register(ByBytes(), named: ByBytes.name)
        for seed in (part * 500)..<((part + 1) * 500) {
            let template = RandomTemplate(seed: UInt64(seed))
            let library = try TemplateLibrary(
                sources: template.sources.mapValues { Array($0.utf8) }, words: ["en": template.words])
            let ours = try library.draw("page", template.values, layout: template.layout, language: "en")
            let oracle = try Self.oracle(template)
            try #require(String(decoding: ours, as: UTF8.self) == oracle, "seed \(seed): \(template.sources)")
        }
    }

    private static func oracle(_ template: RandomTemplate) throws -> String? {
        var library = MustacheLibrary()
        for (name, text) in template.sources {
            // Every part has to say again how it is escaped.
            try library.register(MustacheTemplate(string: "{{% CONTENT_TYPE:\(ByBytes.name)}}\n" + text), named: name)
        }
        let words = template.words.reduce(into: PageValues()) { words, word in
            words[String(word.key.dropFirst("k.".count))] = .text(word.value)
        }
        var root = template.values
        root["t"] = .page(["k": .page(words)])
        root["layout"] = .page(template.layout)
        return library.render(Node(values: root), withTemplate: "page")
    }
}

/// The oracle's own escaping goes by characters, and lets marks pass that join with what stands beside them.
private struct ByBytes: MustacheContentType {
    static let name = "BYTES"

    func escapeText(_ text: String) -> String {
        let escapes: [Unicode.Scalar: String] = [
            "<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;", "`": "&#96;",
        ]
        return text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }
}

private struct Node: MustacheParent {
    let values: PageValues

    func child(named name: String) -> Any? { values[name]?.forOracle }
}

/// Draws nothing and is false.
private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension PageValue {
    fileprivate var forOracle: Any {
        switch self {
        case .text(let text): text.isEmpty ? Nothing() : text
        case .number(let number): String(number)
        case .flag(let flag): flag
        case .list(let rows): rows.map(Node.init)
        case .page(let values): Node(values: values)
        case .fragment, .none: Nothing()
        }
    }
}
