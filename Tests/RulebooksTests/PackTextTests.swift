import Forms
import Foundation
import Rulebooks
import Testing

@Suite("The words of the rulebooks that ship (RUN-2)")
struct PackTextTests {
    private func texts(_ name: String) throws -> [LocalizedText] {
        let rulebook = try Rulebook.pack(name)
        return [rulebook.title] + rulebook.kinds.map(\.title) + rulebook.stages.map(\.title)
            + rulebook.issues.categories.map(\.title) + rulebook.service.fees.flatMap { [$0.title, $0.unit] }
            + rulebook.subjects.map(\.title)
            + rulebook.ratings.map(\.meaning)
            + rulebook.questionnaires.flatMap { [$0.title, $0.opening, $0.closing] + $0.questions.map(\.text) }
    }

    /// The characters of the texts that another script writes in another way: looked at one by one, because which
    /// words are chosen (了解 or 瞭解) is a matter of taste.
    private func foreign(to script: StringTransform, in texts: [String]) -> Set<Character> {
        Set(texts.joined()).filter { character in
            String(character).applyingTransform(script, reverse: false) != String(character)
        }
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

    @Test("no character is left of the other script", arguments: Rulebook.packNames)
    func scripts(name: String) throws {
        let texts = try texts(name)
        let toTraditional = StringTransform("Hans-Hant")
        #expect(foreign(to: toTraditional, in: texts.map { $0[.traditional] }).isEmpty)
        #expect(foreign(to: StringTransform("Hant-Hans"), in: texts.map { $0[.simplified] }).isEmpty)
        let simplified = foreign(to: toTraditional, in: texts.map { $0[.simplified] })
        #expect(simplified.count > 50)
        for text in texts where text[.simplified].contains(where: simplified.contains) {
            #expect(text[.traditional] != text[.simplified])
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
