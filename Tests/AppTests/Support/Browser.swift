import Forms
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import App

/// A browser without a window: it keeps cookies, follows redirects, and submits only the forms that it was shown.
final class Browser: Sendable {
    private struct State {
        var cookies = CookieJar()
        var page = ShownPage.blank
    }

    let company: TestCompany
    private let language: Language
    let address: String
    private let checksWords: Bool
    private let state = Mutex(State())

    /// - Parameter checksWords: whether a page with a key or a placeholder instead of words fails the test.
    init(_ company: TestCompany, language: Language, address: String, checksWords: Bool) {
        self.company = company
        self.language = language
        self.address = address
        self.checksWords = checksWords
    }

    /// What is shown now.
    var page: ShownPage { state.withLock { $0.page } }
    /// The values of the cookies by name.
    var cookies: [String: String] { state.withLock { $0.cookies.values(at: company.clock.now) } }

    func forget(cookie name: String) { state.withLock { $0.cookies.remove(name) } }
    func keep(cookie name: String, _ value: String) { state.withLock { $0.cookies.keep(name, value) } }

    @discardableResult
    func get(_ path: String, following: Bool = true) async throws -> ShownPage {
        try await visit(.get, path, following: following)
    }

    /// Follows the first link with this text or to this path.
    @discardableResult
    func follow(_ textOrPath: String) async throws -> ShownPage { try await get(try page.link(textOrPath)) }

    /// Sends a form that was shown, on this page or on one before it.
    /// - Parameter following: whether to show where a redirect leads, as browsers do, or the redirect itself.
    /// - Throws: `NotShown` for a field, an option or a button that is not in the form.
    @discardableResult
    func submit(
        _ form: ShownForm, _ typed: [String: Typed] = [:], button: String? = nil, following: Bool = true
    ) async throws -> ShownPage {
        let entries = try form.entries(typed, button: button)
        guard form.isPost else {
            let path = String(form.action.prefix { $0 != "?" })
            return try await visit(.get, path + "?" + FormText.encode(entries), following: following)
        }
        return try await post(form.action, entries, following: following)
    }

    /// Sends what no form of ours need have offered; for tests of what a stranger might send.
    @discardableResult
    func post(
        _ path: String, _ entries: [(name: String, value: String)], following: Bool = true
    ) async throws -> ShownPage {
        try await visit(.post, path, body: FormText.encode(entries), following: following)
    }

    @discardableResult
    func signIn(as one: Staff) async throws -> ShownPage {
        try await get("/sign-in")
        let page = try await submit(
            page.form("/sign-in"), ["username": Typed(one.rawValue), "password": Typed(TestCompany.password)])
        guard page.status == 200, cookies["session"] != nil else { throw NotShown("\(one) cannot sign in: \(page)") }
        return page
    }

    private func visit(
        _ method: HTTPRequest.Method, _ path: String, body: String? = nil, following: Bool
    ) async throws -> ShownPage {
        var page = try await send(method, path, body: body)
        var steps = 0
        while following, page.status == 303, let next = page.location {
            steps += 1
            guard steps < 10 else { throw NotShown("redirected in a circle at \(next)") }
            page = try await send(.get, next)
        }
        state.withLock { $0.page = page }
        return page
    }

    /// One request and its answer, with the cookies and headers of a browser on our own page; nothing is followed.
    /// - Parameter headers: replace those that a browser would send.
    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: String? = nil
    ) async throws -> ShownPage {
        let base = company.app.settings.baseURL
        let response = try await company.respond(
            method, path, fields(headers, body), RequestBody(buffer: ByteBuffer(string: body ?? "")),
            authority: base.port.map { "\(base.host() ?? ""):\($0)" } ?? base.host(), from: address)
        let now = company.clock.now
        state.withLock { $0.cookies.take(response.headers, at: now) }
        let page = ShownPage(
            path: path, status: response.status.code, headers: response.headers, html: try await response.text())
        try check(page, method)
        return page
    }

    /// What no page may ever do.
    private func check(_ page: ShownPage, _ method: HTTPRequest.Method) throws {
        if page.status >= 500 { Issue.record("\(method) \(page.path) was answered with \(page)") }
        guard checksWords, page.isHTML, let unspoken = try UnspokenWords.all(on: page).first else { return }
        Issue.record("\(method) \(page.path) shows \(unspoken) instead of words")
    }

    private func fields(_ more: HTTPFields, _ body: String?) -> HTTPFields {
        var headers: HTTPFields = [
            .acceptLanguage: language.rawValue, .secFetchSite: "same-origin",
            .userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
        ]
        if let cookies = state.withLock({ $0.cookies.header(at: company.clock.now) }) { headers[.cookie] = cookies }
        if let body {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.contentLength] = String(body.utf8.count)
        }
        for field in more { headers[field.name] = field.value }
        return headers
    }
}
