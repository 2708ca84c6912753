import Foundation
import HTTPTypes
import Testing

@testable import App

/// Every answer carries the headers that keep pages apart from other sites, whatever it answers.
struct AnswerHeadersTests {
    private static let names = [
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control",
    ]

    private func check(_ page: ShownPage, isAsset: Bool = false) throws {
        for text in Self.names {
            let name = try #require(HTTPField.Name(text))
            #expect(page.headers[values: name].count == 1, "\(text) of \(page)")
        }
        let policy = try #require(HTTPField.Name("Content-Security-Policy").flatMap { page.headers[$0] })
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"))
        #expect((page.headers[.cacheControl] == "no-store") != isAsset, "\(page)")
        #expect(page.headers[.server] == nil)
        for cookie in page.headers[values: .setCookie] {
            #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
            #expect(!cookie.contains("Domain"))
        }
    }

    @Test("answers of every status")
    func statuses() async throws {
        let actions = try await FormSubmissions.make()
        let company = actions.company
        let (agent, admin) = (
            try await company.browser(signedInAs: .agent).cookies, try await company.browser(signedInAs: .admin).cookies
        )
        let long = "name=" + String(repeating: "x", count: 2_000_000)
        let stale = FormText.encode([
            ("submission", SubmissionID.random().text), ("version", "99"), ("overall", "4"), ("reason", "听错了"),
        ])
        var found: Set<Int> = []
        let answers: [(HTTPRequest.Method, String, [String: String], HTTPFields, String?)] = [
            (.get, Paths.today, agent, [:], nil), (.head, Paths.today, agent, [:], nil), (.get, "/", [:], [:], nil),
            (.get, Paths.signIn, [:], [:], nil), (.get, Paths.followUpsFile, agent, [:], nil),
            (.get, Paths.health, [:], [:], nil),
            (.get, Paths.staff, agent, [:], nil), (.get, "/nothing", [:], [:], nil),
            (.get, Paths.customer(9_999), agent, [:], nil),
            (.put, Paths.customers, agent, [:], nil), (.delete, "/", [:], [:], nil),
            (.options, Paths.today, [:], [:], nil),
            (.post, Paths.customers, [:], [:], "name=x"), (.post, Paths.customers, agent, [:], ""),
            (.post, Paths.customers, agent, [:], "submission=%ZZ"), (.post, Paths.customers, agent, [:], long),
            (.post, Paths.customers, agent, [.contentType: "application/json"], "{}"),
            (.post, Paths.signIn, [:], [:], "username=x&password=y"),
            (
                .post, Paths.signIn, [:], [:],
                FormText.encode([("username", "agent"), ("password", TestCompany.password)])
            ),
            (.post, Paths.customers, agent, [.secFetchSite: "cross-site"], "name=x"),
            (.post, Paths.correction(actions.filled.id), agent, [:], stale),
            (.post, Paths.draft(actions.owed.id), agent, [:], "overall=4"),
            (.post, Paths.excuse(actions.excused.id), admin, [:], stale),
            (.post, Paths.language, [:], [:], "language=en&return=/"),
            (.get, Paths.record(actions.filled.id), admin, [:], nil), (.post, Paths.signOut, agent, [:], ""),
        ]
        for (method, path, cookies, headers, body) in answers {
            let page = try await company.answer(method, path, cookies: cookies, headers, body: body)
            try check(page)
            found.insert(page.status)
        }
        for _ in 0..<6 {
            let page = try await company.answer(
                .post, Paths.signIn, body: "submission=\(SubmissionID.random().text)&username=agent&password=y")
            try check(page)
            found.insert(page.status)
        }
        try await company.refuse(rowsOf: "audit_entry")
        let broken = try await company.answer(.get, Paths.record(actions.filled.id), cookies: admin)
        try check(broken)
        found.insert(broken.status)
        #expect(
            found.isSuperset(of: [200, 303, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500]), "\(found.sorted())")
    }

    @Test("files of ours may be kept by browsers and carry the other headers too")
    func assets() async throws {
        let company = try await TestCompany(isStaffed: false)
        for name in company.app.files.assets.names {
            let page = try await company.answer(.get, company.app.files.assets.path(of: name))
            #expect(page.status == 200)
            try check(page, isAsset: true)
        }
        try check(try await company.answer(.get, "/assets/no-such-file.js"))
    }

    @Test(
        "no page has a script, a style or a handler in it, and none leads to another site",
        arguments: [Staff.admin, .agent])
    func pages(_ who: Staff) async throws {
        let stored = try await StoredVectors.make()
        for (browser, path) in stored.pages where browser === (who == .admin ? stored.admin : stored.agent) {
            let page = try await browser.send(.get, path)
            #expect(
                try !page.has("//style | //script[not(@src)] | //*[@style] | //iframe | //base | //object"), "\(path)")
            #expect(try !page.has("//@*[starts-with(name(), 'on')]"), "\(path)")
            for address in try page.find("//@href | //@src | //@action").map(\.content) {
                #expect(
                    address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#")
                        || address.hasPrefix("tel:"))
            }
        }
    }

    @Test("over https cookies are secure and of this host alone")
    func secure() async throws {
        let folder = DataFolder(
            FileManager.default.temporaryDirectory.appending(path: "secure-\(UUID().uuidString)").path)
        defer { try? FileManager.default.removeItem(at: folder.url) }
        try await OpenCompany.found(in: folder, name: "安居装饰", rulebook: "decoration").close()
        let base = try #require(URL(string: "https://huifang.example"))
        let app = try await App(Settings(data: folder, baseURL: base), TestCompany.files())
        defer { try? app.database.close() }
        let cookie = app.cookies.cookie("session", "token")
        #expect(cookie.name == "__Host-session" && cookie.headerValue.hasSuffix("; Secure"))
    }
}
