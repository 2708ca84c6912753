import Forms
import Foundation
import Testing

@testable import App

extension ShownPage {
    /// The text of every row of the page's lists, in order.
    func rows() throws -> [String] { try find("//main//table[contains(@class, 'list')]/tbody/tr").map(\.text) }

    /// The project numbers that the rows of the page's lists name, in order.
    func projectNumbers() throws -> [String] {
        try rows().flatMap { row in row.matches(of: #/HF-[A-Z0-9]+(-[0-9]+)?/#).prefix(1).map { String($0.0) } }
    }

    /// The ids of the fields to which the summary of errors leads.
    func errorTargets() throws -> [String] {
        try find("//*[@role='alert']//li/a").compactMap { $0["href"] }.map { String($0.drop { $0 == "#" }) }
    }

    var language: String? { try? find("//html").first?["lang"] }
}

extension ShownForm {
    /// The id that a field has on the page, and the summary's link leads to.
    static func id(of field: String) -> String { "f-" + field.replacing(".", with: "-") }

    /// The fields that somebody types a text of this kind of input into.
    func typedFields(_ types: String...) -> [ShownField] {
        fields.filter { $0.kind == .text && types.contains($0.type) }
    }
}

extension TestCompany {
    func words(_ language: Language = .simplified) -> Words { Words(language, zone: zone) }

    /// How many submissions were stored so far: each stored form leaves one, and nothing else does.
    func submissions() async throws -> Int { try await number("SELECT count(*) FROM submission") }
}

/// Fails unless a page says what is wrong as people need it (UX-2): a summary with a title, every line of it in words,
/// every link of it leading to a field that is marked as wrong and tells its own error.
func expectErrors(_ page: ShownPage, about field: String? = nil, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(page.status == 422, "\(page)", sourceLocation: location)
    #expect(try page.has("//*[@role='alert']/h2[normalize-space()]"), "no title: \(page)", sourceLocation: location)
    #expect(!page.errors.isEmpty && !page.errors.contains(""), "no message: \(page)", sourceLocation: location)
    for target in try page.errorTargets() { try expectMarked(target, on: page, location) }
    guard let field else { return }
    let id = ShownForm.id(of: field)
    let targets = try page.errorTargets()
    #expect(
        targets.contains(id), "no error about \(field), only \(page.errors) at \(targets)", sourceLocation: location)
}

private func expectMarked(_ id: String, on page: ShownPage, _ location: SourceLocation) throws {
    let place = try page.find("//*[@id='\(id)']")
    #expect(
        place.count == 1, "the summary leads to #\(id), which is \(place.count) times on \(page)",
        sourceLocation: location)
    let parts = "//*[@id='\(id)'] | //*[@id='\(id)']//*"
    let described = try page.find(parts).contains { ($0["aria-describedby"] ?? "").contains(id + "-error") }
    #expect(described, "#\(id) does not name its error", sourceLocation: location)
    #expect(
        try page.find("//*[@id='\(id)-error']").first?.text.isEmpty == false, "#\(id)-error says nothing",
        sourceLocation: location)
    // Groups without a role of their own cannot be marked; their cells are.
    let isGroup = place.first?.name == "fieldset" && place.first?["role"] == nil
    let isMarked = try page.find(parts).contains { $0["aria-invalid"] == "true" }
    #expect(isGroup || isMarked, "#\(id) is not marked as wrong", sourceLocation: location)
}
