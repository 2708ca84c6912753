import HTTPTypes
import Testing

@testable import App

/// Whatever stands in the database is text on every page (ACC-2 apart, the first rule of a page).
struct StoredVectorTests {
    /// The vectors in four heaps, each with a company of its own.
    private static let heaps = (0..<4).map { heap in
        ScriptVectors.all.enumerated().filter { $0.offset % 4 == heap }.map(\.element)
    }

    @Test(
        "sixty vectors in every column make no element and no attribute on any page, and are shown as they were typed",
        arguments: heaps)
    func stored(_ vectors: [String]) async throws {
        let stored = try await StoredVectors.make()
        let harmless = "无害的文字"
        try await stored.store(harmless)
        var plain: [ShownPage] = []
        for (who, path) in stored.pages { plain.append(try await who.send(.get, path)) }
        #expect(plain.filter { $0.status != 200 }.map(\.path) == ["/nothing", "/nothing"])
        for vector in vectors {
            try await stored.store(TypedVector.stored(vector))
            var check = VectorCheck(vector: vector, harmless: harmless)
            for ((who, path), page) in zip(stored.pages, plain) {
                try check.compare(try await who.send(.get, path), with: page)
            }
            #expect(check.shown > 150, "\(vector)")
            try await compareGrowing(stored, vector, harmless)
        }
    }

    /// The trail is as long for both, since looking at it adds nothing to it.
    private func compareGrowing(_ stored: StoredVectors, _ vector: String, _ harmless: String) async throws {
        var check = VectorCheck(vector: vector, harmless: harmless)
        for (who, path) in stored.growing {
            let page = try await who.send(.get, path)
            try await stored.store(harmless)
            try check.compare(page, with: try await who.send(.get, path))
            try await stored.store(TypedVector.stored(vector))
        }
    }

    @Test("the vectors are sixty and more, each another one, with marks, format signs and templates among them")
    func vectors() {
        #expect(ScriptVectors.all.count >= 60)
        #expect(Set(ScriptVectors.all.map { Array($0.utf8) }).count == ScriptVectors.all.count)
        for sign in ["\"\u{301}", "\u{600}<", "\u{200D}", "\u{202E}", "{{{", "{{>layout}}"] {
            #expect(ScriptVectors.all.contains { $0.utf8.firstRange(of: sign.utf8) != nil })
        }
    }

    @Test("a new element, a new attribute and a vector that is left out are noticed")
    func noticed() throws {
        let page = { (html: String) in ShownPage(path: "/", status: 200, headers: [:], html: html) }
        let plain = page("<html><body><p title=\"字\">字</p></body></html>")
        for broken in [
            "<html><body><p title=\"&lt;b&gt;\"><b></b></p></body></html>",
            "<html><body><p title=\"&lt;b&gt;\" id=\"x\">&lt;b&gt;</p></body></html>",
            "<html><body><p title=\"&lt;b&gt;\">b</p></body></html>",
        ] {
            withKnownIssue {
                var check = VectorCheck(vector: "<b>", harmless: "字")
                try check.compare(page(broken), with: plain)
            }
        }
        var check = VectorCheck(vector: "<b>", harmless: "字")
        try check.compare(page("<html><body><p title=\"&lt;b&gt;\">&lt;b&gt;</p></body></html>"), with: plain)
        #expect(check.shown == 2)
    }
}
