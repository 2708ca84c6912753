import Foundation
import Testing

@testable import App

@Suite("The text that customers are found by")
struct SearchTextTests {
    @Test("blanks, dashes, width and case do not matter")
    func normalised() {
        #expect(SearchText.normalised("ＨＦ－２０２６ 001") == "hf2026001")
        #expect(SearchText.normalised("阿卜杜拉·买买提") == "阿卜杜拉买买提")
        #expect(SearchText.normalised("3幢-2单元（东）") == "3幢2单元东")
        #expect(SearchText.normalised("𠮷野") == "𠮷野")
        #expect(SearchText.normalised("\u{0}\u{202E} \n·-") == "")
    }

    @Test(
        "normalising what was normalised changes nothing", arguments: ["ＨＦ Ⅳ①", "ǅ İ ß ﬁ", "㍿ ｱｲ", "é e\u{301}", "👩‍👩‍👧"])
    func idempotent(text: String) {
        let once = SearchText.normalised(text)
        #expect(SearchText.normalised(once) == once)
    }

    @Test("every part of up to three characters is a gram of its own, and grams never join two lines")
    func grams() {
        let grams = Set(SearchText.grams(of: ["王建国", "12"]).split(separator: " "))
        #expect(grams.count == 6 + 3)
        for part in ["王", "建国", "王建国", "1", "12"] {
            #expect(grams.contains(Substring(SearchText.grams(ofWord: part).dropLast())))
        }
        #expect(!grams.contains(Substring(SearchText.grams(ofWord: "国1").dropLast())))
    }

    @Test("a longer word is looked for by all its threes")
    func longWord() {
        #expect(SearchText.grams(ofWord: "13812345678").split(separator: " ").count == 9)
        #expect(!SearchText.isExact("1381") && SearchText.isExact("138"))
    }

    @Test(
        "nothing but letters of our own reaches the index",
        arguments: ["\"a\" OR b", "x*", "NEAR(a b)", "-^:(){}'", "😀"])
    func onlyLetters(text: String) {
        let grams = SearchText.words(text).map(SearchText.grams(ofWord:)).joined()
        #expect(grams.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("2"..."7").contains($0) || $0 == " " })
    }

    @Test("a search is cut to five words of forty characters")
    func limits() {
        let words = SearchText.words(String(repeating: "长", count: 100) + " b c d e f g")
        #expect(words.map(\.count) == [40, 1, 1, 1, 1])
    }
}
