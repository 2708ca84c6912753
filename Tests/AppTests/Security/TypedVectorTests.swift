import HTTPTypes
import Testing

@testable import App

/// What is typed into any field of any form, and comes back because it was not taken, is text.
struct TypedVectorTests {
    private static let heaps = (0..<3).map { heap in
        ScriptVectors.all.enumerated().filter { $0.offset % 3 == heap }.map(\.element)
    }

    /// Every form that takes anything, with the browser to send it from.
    private func forms(_ deeds: Deeds) async throws -> [(who: Browser, form: ShownForm)] {
        var forms: [(who: Browser, form: ShownForm)] = []
        var browsers: [Staff: Browser] = [:]
        for deed in Deeds.all where !deed.typed(deeds).isEmpty || deed.button != nil {
            let known = browsers[deed.who]
            let browser =
                if let known { known } else {
                    try await deeds.company.quickBrowser(for: deed.who, checkingWords: false)
                }
            browsers[deed.who] = browser
            let page = try await browser.get(deed.page(deeds))
            forms.append(
                (browser, try page.form(deed.action(deeds), having: deed.button ?? deed.typed(deeds).keys.first)))
        }
        return forms
    }

    /// The vector in every field, those with options and the version too, and where a text alone would do, more of it
    /// than there may be.
    private func entries(_ form: ShownForm, _ text: String) -> [(name: String, value: String)] {
        let more = String(repeating: "长", count: 501)
        let isText = form.fields.allSatisfy { $0.kind == .hidden || $0.name == "reason" }
        return form.fields.map { field in
            switch field.name {
            case "submission": (field.name, SubmissionID.random().text)
            case "version", "follow-up", "project": (field.name, field.value)
            case "reason" where isText: (field.name, text + more)
            default: (field.name, text)
            }
        } + form.buttons.filter { !$0.name.isEmpty && $0.name != "add-row" }.prefix(1).map { ($0.name, text) }
    }

}
