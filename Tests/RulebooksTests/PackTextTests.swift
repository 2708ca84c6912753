import Forms
import Foundation
import Rulebooks
import Testing

@Suite("The words of the rulebooks that ship (RUN-2)")
struct PackTextTests {
    private func texts(_ name: String) throws -> [LocalizedText] {
        let rulebook = try Rulebook.pack(name)
        return [rulebook.title] + rulebook.kinds.map(\.title) + rulebook.stages.map(\.title)
            + rulebook.subjects.map(\.title) + rulebook.ratings.map(\.meaning)
            + rulebook.questionnaires.flatMap { [$0.title, $0.opening, $0.closing] + $0.questions.map(\.text) }
    }

    /// The text character by character in the other script; the choice of words stays.
    private func traditional(_ text: String) throws -> String {
        try #require(text.applyingTransform(StringTransform("Hans-Hant"), reverse: false))
    }

    @Test("every text is written in three languages, the Chinese ones in Chinese", arguments: Rulebook.packNames)
    func languages(name: String) throws {
        for text in try texts(name) {
            for language in [Language.simplified, .traditional] {
                #expect(text[language].unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
            }
            #expect(!text[.english].isEmpty)
            #expect(text[.english].unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(text[.english])")
        }
    }

    @Test("no character of the traditional text is a simplified one left behind", arguments: Rulebook.packNames)
    func traditionalThroughout(name: String) throws {
        for text in try texts(name) {
            #expect(try traditional(text[.traditional]) == text[.traditional])
            #expect(try traditional(text[.simplified]) == text[.simplified] || text[.traditional] != text[.simplified])
        }
    }

    @Test("no character of the simplified text is a traditional one", arguments: Rulebook.packNames)
    func simplifiedThroughout(name: String) throws {
        for text in try texts(name) {
            let simplified = text[.simplified].applyingTransform(StringTransform("Hant-Hans"), reverse: false)
            #expect(simplified == text[.simplified])
        }
    }

    @Test("Chinese texts have Chinese punctuation", arguments: Rulebook.packNames)
    func punctuation(name: String) throws {
        for text in try texts(name) {
            for language in [Language.simplified, .traditional] {
                #expect(!text[language].contains { ",.?!:;()".contains($0) }, "\(text[language])")
            }
        }
    }
}
