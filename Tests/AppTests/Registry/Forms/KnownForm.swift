import Testing

@testable import App

/// A form of the app in a situation in which somebody fills it, for the habits that all forms share (section 13).
struct KnownForm: Sendable, CustomTestStringConvertible {
    let name: String
    let staff: Staff
    /// A field by which it is told from others on its page; it is given a wrong value in `wrong`.
    let field: String
    /// What somebody types that leaves `field` wrong.
    let wrong: Typed
    /// The button, where Enter is not what people press.
    var button: String?
    /// Typed by somebody else who had the form open too, where it corrects what is there (UX-4).
    var rival: [String: Typed]?
    /// Makes what the form is about.
    /// - Returns: the page it stands on.
    let page: @Sendable (TestCompany) async throws -> String
    /// What makes the form complete.
    let typed: @Sendable (TestCompany) throws -> [String: Typed]

    var testDescription: String { name }
    var isVersioned: Bool { rival != nil }

    static let all =
        ofCustomersAndProjects + ofFollowUps + ofAccess + ofStaff + ofBooks + ofWorkOrders + ofService
    static let versioned = all.filter(\.isVersioned)

    func find(on page: ShownPage) throws -> ShownForm {
        let found = page.forms.filter { $0.isInMain && $0.isPost && $0[field] != nil }
        guard let form = found.first, found.count == 1 else {
            throw NotShown("\(found.count) forms with \(field) on \(page)")
        }
        return form
    }

    /// The form as it is first shown.
    func open(_ company: TestCompany, _ browser: Browser) async throws -> ShownForm {
        try find(on: try await browser.get(try await page(company)))
    }

    /// What a browser sends when the form was filled well, and then changed by `change`.
    func entries(
        _ form: ShownForm, _ company: TestCompany, without removed: String? = nil, with added: (String, String)? = nil
    ) throws -> [(name: String, value: String)] {
        let filled = try form.entries(try typed(company), button: button).filter { $0.name != removed }
        return filled + (added.map { [(name: $0.0, value: $0.1)] } ?? [])
    }

    /// Answers that mean that the form was taken: the next page, or the one-time password of somebody new.
    static func isTaken(_ page: ShownPage) -> Bool { page.status == 303 || page.status == 200 }
}
