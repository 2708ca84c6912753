import Forms
import Foundation
import Testing

@testable import App

/// The three catalogues beside each other.
struct CatalogueTests {
    private func catalogue(_ language: Language) throws -> [String: String] {
        try #require(Strings.catalogues[language])
    }

    private static func placeholders(_ sentence: String) -> Set<String> {
        Set(sentence.matches(of: #/\{[^{}]*\}/#).map { String($0.0) })
    }

    @Test("all three have the same keys", arguments: Language.allCases)
    func sameKeys(_ language: Language) throws {
        let expected = Set(try catalogue(.simplified).keys)
        let keys = Set(try catalogue(language).keys)
        #expect(expected.count > 500)
        #expect(expected.subtracting(keys).sorted() == [], "missing")
        #expect(keys.subtracting(expected).sorted() == [], "only here")
    }

    @Test("a sentence takes the same arguments in every language", arguments: Language.allCases)
    func samePlaceholders(_ language: Language) throws {
        let expected = try catalogue(.simplified)
        let differing = try catalogue(language).filter { key, sentence in
            Self.placeholders(sentence) != Self.placeholders(expected[key] ?? "")
        }
        #expect(differing.keys.sorted() == [])
    }

    @Test("no sentence is empty, begins or ends with a blank, or has an open brace", arguments: Language.allCases)
    func wellFormed(_ language: Language) throws {
        // What stands between two others, such as a comma, may end with a blank.
        let joining = ["plan.and", "rulebook.or", "separator", "error-prefix"]
        let odd = try catalogue(language).filter { key, sentence in
            let braces = sentence.filter { "{}".contains($0) }.count
            let isTrimmed =
                sentence.trimmingCharacters(in: .whitespacesAndNewlines) == sentence
                || joining.contains { key.hasSuffix($0) }
            return sentence.isEmpty || !isTrimmed || braces != sentence.matches(of: #/\{[^{}]+\}/#).count * 2
        }
        #expect(odd.keys.sorted() == [])
    }

    @Test("keys are in order and each stands once, so that changes are easy to read", arguments: Language.allCases)
    func sorted(_ language: Language) throws {
        let file = try #require(
            try ProjectFolder.files(in: "Sources/App/Strings", ["json"]).first {
                $0.name == "\(language.rawValue).json"
            })
        let keys = try file.matches(#"(?m)^\s*"([^"]+)"\s*:"#)
        #expect(keys.count == (try catalogue(language).count))
        #expect(zip(keys, keys.dropFirst()).filter { !($0.utf8.lexicographicallyPrecedes($1.utf8)) }.map(\.1) == [])
    }

    @Test("traditional Chinese is written one way, as in Taiwan")
    func traditionalForms() throws {
        let others = ["裏", "甚麼", "聯繫", "答復", "啓", "着", "序列號", "保存", "户", "閲", "賬", "“", "”"]
        let mixed = try catalogue(.traditional).filter { _, sentence in others.contains { sentence.contains($0) } }
        #expect(mixed.keys.sorted() == [])
    }

    @Test("English is written without Chinese characters, but for the names of languages")
    func english() throws {
        let chinese = try catalogue(.english).filter { key, sentence in
            // The middle dot is shared by all languages.
            !key.hasPrefix("language.") && sentence.replacing("·", with: "").contains(#/[\p{Han}]/#)
        }
        #expect(chinese.keys.sorted() == [])
    }

    @Test("simplified and traditional Chinese are each written in their own characters")
    func characters() throws {
        func foreign(_ language: Language, _ transform: String) throws -> [String] {
            try catalogue(language).compactMap { key, sentence in
                let own = sentence.applyingTransform(StringTransform(transform), reverse: false) ?? sentence
                let odd = zip(sentence, own).filter { $0 != $1 && !Self.shared.contains($0) }.map(\.0)
                return odd.isEmpty || key.hasPrefix("language.") ? nil : "\(key): \(String(odd))"
            }.sorted()
        }
        #expect(try foreign(.traditional, "Hans-Hant") == [])
        #expect(try foreign(.simplified, "Hant-Hans") == [])
    }

    /// Characters that both ways of writing use, in different words.
    private static let shared: Set<Character> = ["着", "户"]
}
