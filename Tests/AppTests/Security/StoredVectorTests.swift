import HTTPTypes
import Testing

@testable import App

/// Whatever stands in the database is text on every page (ACC-2 apart, the first rule of a page).
struct StoredVectorTests {
    /// The vectors in four heaps, each with a company of its own.
    private static let heaps = (0..<4).map { heap in
        ScriptVectors.all.enumerated().filter { $0.offset % 4 == heap }.map(\.element)
    }

    @Test("the vectors are sixty and more, each another one, with marks, format signs and templates among them")
    func vectors() {
        #expect(ScriptVectors.all.count >= 60)
        #expect(Set(ScriptVectors.all.map { Array($0.utf8) }).count == ScriptVectors.all.count)
        for sign in ["\"\u{301}", "\u{600}<", "\u{200D}", "\u{202E}", "{{{", "{{>layout}}"] {
            #expect(ScriptVectors.all.contains { $0.utf8.firstRange(of: sign.utf8) != nil })
        }
    }

}
