import Forms
import Foundation
import Testing

@testable import App

/// What a template asks for and its page does not give is found by tests, however deep it is asked for.
struct RendererTests {
    private func misses(_ template: String, _ values: PageValues) async throws -> Set<String> {
        let folder = try ScratchFolder()
        try Data(template.utf8).write(to: folder.url.appending(path: "page.mustache"))
        let misses = Misses()
        let renderer = try await Renderer(templates: folder.url, onMiss: { misses.note($0) })
        _ = try renderer.render("page", values, words: Words(.english, zone: .gmt))
        return misses.all
    }

    @Test("a line without a name is told of, though the page around it has one of that name")
    func lines() async throws {
        let template = "{{#rows}}{{name}} {{place}}{{/rows}}"
        #expect(try await misses(template, ["name": "page", "rows": .list([["place": "here"]])]) == ["name"])
        #expect(try await misses(template, ["rows": .list([["name": "line", "place": "here"]])]) == [])
    }

    @Test("so is a part of a page, and what is asked of a part by its full name")
    func parts() async throws {
        #expect(try await misses("{{#form}}{{action}}{{/form}}", ["action": "/", "form": .page([:])]) == ["action"])
        #expect(try await misses("{{layout.lang}}", ["layout": .page([:])]) == ["lang"])
    }

    @Test("the words and the layout are there everywhere")
    func outside() async throws {
        let template = "{{#rows}}{{t.form.cancel}} {{layout.lang}}{{/rows}}"
        #expect(try await misses(template, ["layout": .page(["lang": "en"]), "rows": .list([[:]])]) == [])
    }
}
