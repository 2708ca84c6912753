import Forms
import Testing

@testable import App

@Suite("Enter in a field presses the form's own button (UX-10)")
struct FirstButtonTests {
    private static let files = ProjectFolder.templates
    private static let textual: Set = [
        "text", "textarea", "tel", "date", "time", "search", "password", "email", "number", "url",
    ]

    /// Browsers press the first one: it must be the one that says nothing of its own, or that takes what was typed.
    private static func isSafe(_ button: ShownButton?) -> Bool {
        guard let button else { return true }
        return button.name.isEmpty || (button.name == "later" && button.value == "typed")
    }

    private static func expectSafe(_ page: ShownPage) {
        for form in page.forms where form.fields.contains(where: { textual.contains($0.type) }) {
            #expect(isSafe(form.buttons.first), "\(form.action) on \(page.path) presses \(form.buttons.first as Any)")
        }
    }

    @Test("on every page on which somebody fills a form", arguments: KnownForm.all)
    func knownForms(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        Self.expectSafe(try await browser.get(try await known.page(company)))
    }

    @Test("on the pages of strangers and of customers")
    func publicForms() async throws {
        let company = try await TestCompany()
        let browser = company.browser()
        for path in [Paths.enquiryForm, Paths.complaint, Paths.feedback(try await company.link().token), Paths.signIn] {
            Self.expectSafe(try await browser.get(path))
        }
    }

    @Test("in every template, whatever its page puts into it", arguments: files.map(\.path))
    func templates(_ path: String) throws {
        let file = try #require(Self.files.first { $0.path == path })
        for form in try file.matches(#"(?s)<form\b(.*?)</form>"#) {
            let isTyped =
                form.contains("{{>*template}}") || form.contains(#"type="search""#) || form.contains("<input type=\"{{")
            guard isTyped, let button = form.firstMatch(of: #/<button\b(?![^>]*type="button")([^>]*)>/#)?.1 else {
                continue
            }
            #expect(!button.contains("name=") || button.contains(#"name="later" value="typed""#), "\(button)")
        }
    }
}
