import Forms
import Foundation
import HTTPTypes

/// One answer as a browser shows it: status, headers, and the page with its text, links and forms.
struct ShownPage: Sendable, CustomStringConvertible {
    /// The path that it was fetched from, after redirects.
    let path: String
    let status: Int
    let headers: HTTPFields
    let html: String

    static let blank = ShownPage(path: "", status: 200, headers: [:], html: "<html></html>")

    /// Whether there is a page to look at; the answer to a HEAD has none.
    var isHTML: Bool { !html.isEmpty && headers[.contentType]?.hasPrefix("text/html") ?? false }
    var location: String? { headers[.location] }
    var description: String { "\(status) \(path): \(mainText.prefix(300))" }

    nonisolated(unsafe) private static let freshNumber = #/name="(submission|opened)" value="[^"]*"/#

    /// The page's source without the random number that each of its forms carries.
    var lastingHTML: String { html.replacing(Self.freshNumber, with: "") }

    /// Every element that an XPath expression selects, in the order of the page.
    func find(_ xpath: String) throws -> [ShownElement] { try HTMLDocument(html).find(xpath) }

    /// What an expression selects below an element that was found before, such as `.//td`.
    func find(_ xpath: String, in element: ShownElement) throws -> [ShownElement] {
        try HTMLDocument(html).find(xpath, below: element.path)
    }

    func has(_ xpath: String) throws -> Bool { try !find(xpath).isEmpty }

    /// All that can be read on the page, with single spaces.
    var text: String { (try? find("//body").first?.text) ?? "" }
    /// The same without header and footer.
    var mainText: String { (try? find("//main").first?.text) ?? text }
    var title: String { (try? find("//title").first?.text) ?? "" }
    var heading: String { (try? find("//h1").first?.text) ?? "" }
    /// The one-time message on top.
    var notice: String? { try? find("//p[@role='status'][contains(@class, 'note')]").first?.text }
    /// The messages of the error summary.
    /// The lines of the summary of errors, or its title where that says it all.
    var errors: [String] {
        let lines = try? find("//*[@role='alert']//li | //*[@role='alert'][not(.//li)]/h2").map(\.text)
        return lines ?? []
    }

    var links: [ShownElement] { (try? find("//a[@href]")) ?? [] }

    /// The address of the first link with this text or to this path.
    func link(_ textOrPath: String) throws -> String {
        let found = links.first { $0.text == textOrPath || $0["href"] == textOrPath }
        guard let href = found?["href"] else { throw NotShown("no link \"\(textOrPath)\" on \(self)") }
        return href
    }

    var forms: [ShownForm] { (try? ShownForm.all(in: HTMLDocument(html))) ?? [] }

    /// The form with an action, or without one the only form in the page's main part.
    /// - Parameter name: a field or the value of a button, to tell forms with one action apart.
    func form(_ action: String? = nil, having name: String? = nil) throws -> ShownForm {
        let found = forms.filter { form in
            (action == nil ? form.isInMain : form.action == action) && (name.map(form.has) ?? true)
        }
        guard let form = found.first, found.count == 1 else {
            throw NotShown(
                "\(found.count) forms \(action ?? "in main") having \(name ?? "anything") on \(self); all: \(forms.map(\.action))"
            )
        }
        return form
    }
}

/// An element of a page, as it was when the page was shown.
struct ShownElement: Sendable, Hashable {
    let name: String
    let path: String
    let attributes: [String: String]
    /// The text with its spaces and line breaks.
    let content: String

    subscript(attribute: String) -> String? { attributes[attribute] }
    /// The text with single spaces.
    var text: String { content.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// A test looked for something that the page does not show.
struct NotShown: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
