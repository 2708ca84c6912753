import Forms
import HTTPTypes
import Testing

@testable import App

/// Addresses, searches, cookies and headers are text as well.
struct AddressVectorTests {
    private func encoded(_ text: String) -> String {
        String(FormText.encode([("q", text)]).dropFirst(2)).replacing("+", with: "%20")
    }

    @Test(
        "sixty vectors in every search and filter, and as names of things that are not there",
        arguments: [Staff.admin, .agent, nil])
    func addresses(_ who: Staff?) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall()
        let browser =
            if let who { try await company.browser(signedInAs: who, checkingWords: false) } else {
                company.browser(checkingWords: false)
            }
        let paths = [
            "/customers?q=", "/customers?grade=", "/customers?page=", "/staff?q=", "/staff?state=",
            "/follow-ups?state=",
            "/follow-ups?agent=", "/follow-ups?from=", "/audit?action=", "/audit?before=", "/access-requests?page=",
            "/access-requests/new?record=", "/sign-in?then=", "/sign-in?then=/", "/follow-ups/1/record?revision=",
            "/today?", "/customers/", "/follow-ups/1/", "/set-up/", "/assets/", "/",
        ]
        // What is longer than any search is cut off where markup may begin; it is typed and stored in other tests.
        for vector in ScriptVectors.all where vector.count < 100 {
            let twin = TypedVector.twin(of: vector)
            for path in paths {
                // An address that is too long or not ours is not kept on the page; then neither is the harmless one.
                let address = path + encoded(vector)
                let isLong = address.utf8.count > 500
                let plain = try await browser.send(
                    .get, path + (isLong ? encoded(twin) + String(repeating: "x", count: 500) : encoded(twin)))
                let page = try await browser.send(.get, address)
                let (shape, expected) = (try PageShape(page), try PageShape(plain))
                let isSign = vector.allSatisfy { !$0.isLetter && !$0.isNumber }
                guard page.isHTML, !(path.hasSuffix("then=/") || isSign && path == "/customers?q=") else {
                    // Only a path of ours is kept to go on to.
                    #expect(!shape.elements.contains { $0.contains("/script/") || $0.contains("onfocus") })
                    continue
                }
                #expect(page.status == plain.status, "\(address)")
                #expect(shape.elements == expected.elements, "\(address)")
            }
        }
    }

    @Test("sixty vectors raw in the path, as a browser would never send them")
    func raw() async throws {
        let company = try await TestCompany()
        let plain = try PageShape(try await company.answer(.get, "/nothing"))
        for vector in ScriptVectors.all {
            for path in ["/\(vector)", "/nothing?\(vector)", "/nothing#\(vector)", vector] {
                let page = try await company.answer(.get, path)
                guard page.isHTML else {
                    #expect([303, 404].contains(page.status) || page.status == 200 && !page.html.contains("<"))
                    continue
                }
                #expect(try PageShape(page).elements == plain.elements, "\(path)")
            }
        }
    }

    @Test("sixty vectors as cookies and headers change nothing on a page")
    func headers() async throws {
        let company = try await TestCompany()
        let path = Paths.signIn
        let plain = try await company.answer(.get, path).lastingHTML
        for vector in ScriptVectors.all {
            let line = vector.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.reduce(into: "") {
                $0.unicodeScalars.append($1)
            }
            for name in ["notice", "language", "session"] {
                let page = try await company.answer(.get, path, cookies: [name: line])
                #expect(page.lastingHTML == plain, "\(name): \(line)")
            }
            let headers: HTTPFields = [.acceptLanguage: line, .userAgent: line, .referer: line]
            #expect(try await company.answer(.get, path, headers).lastingHTML == plain)
        }
    }

    @Test("whatever a browser calls itself stands as text in the list of sessions")
    func browserNames() async throws {
        let company = try await TestCompany()
        var plain: PageShape?
        for vector in ["字"] + ScriptVectors.all {
            let line = vector.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.reduce(into: "") {
                $0.unicodeScalars.append($1)
            }
            let body = FormText.encode([("username", "agent"), ("password", TestCompany.password)])
            let signedIn = try await company.answer(.post, Paths.signIn, [.userAgent: line], body: body)
            let cookie = try #require(signedIn.headers[.setCookie]?.split(separator: ";").first)
            let value = String(cookie.drop { $0 != "=" }.dropFirst())
            let page = try PageShape(try await company.answer(.get, Paths.sessions, cookies: ["session": value]))
            if let plain { #expect(page.elements == plain.elements, "\(vector)") }
            plain = plain ?? page
            let end: Session.ID = try await company.id("SELECT max(id) FROM session")
            _ = try await company.answer(.post, Paths.sessionEnding(end), cookies: ["session": value], body: "")
        }
    }
}
