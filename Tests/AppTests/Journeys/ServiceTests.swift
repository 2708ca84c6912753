import Forms
import HTTPTypes
import Testing

@testable import App

@Suite("Health, HEAD, notices")
struct ServiceTests {
    @Test("health is told to anybody, in a word, without a cookie (RUN-4)")
    func health() async throws {
        let company = try await TestCompany()
        let page = try await company.browser().send(.get, Paths.health)
        #expect(page.status == 200)
        #expect(page.html.hasPrefix("ok\n") && page.html.contains("database: writable"))
        #expect(page.headers[.setCookie] == nil)
        #expect(page.headers[.contentType] == "text/plain; charset=utf-8")
    }

    @Test(
        "HEAD answers as GET does, without the page",
        arguments: ["/sign-in", "/health", "/customers", "/follow-ups", "/follow-ups.csv", "/no/such/page", "/staff"])
    func head(path: String) async throws {
        let company = try await TestCompany()
        for browser in [company.browser(), try await company.browser(signedInAs: .agent)] {
            let get = try await browser.send(.get, path)
            let head = try await browser.send(.head, path)
            #expect(head.status == get.status)
            #expect(head.html.isEmpty, "a body after HEAD would be read as the next answer")
            #expect(head.location == get.location)
            #expect(head.headers[.contentType] == get.headers[.contentType])
        }
    }

    @Test("a method that an address does not know is refused with a page, and changes nothing")
    func otherMethods() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let before = try await company.submissions()
        for (path, status) in [("/customers", 404), ("/today", 404)] {
            #expect(try await browser.send(.delete, path).status == status)
            #expect(try await browser.send(.put, path, body: "name=x").status == status)
        }
        #expect(try await browser.post("/today", []).status == 404)
        #expect(try await company.submissions() == before)
    }

    @Test("a notice is shown once: not after a reload, not on the next page", arguments: Language.allCases)
    func notices(language: Language) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent, in: language)
        let id = try await company.registerCustomer()
        let form = try await browser.get(Paths.customerEdit(id)).form()
        let saved = try await browser.submit(form, ["name": "王建军"])
        #expect(saved.notice == company.words(language)("notice.customer-corrected"))
        #expect(try await browser.get(saved.path).notice == nil)
        #expect(try await browser.get(Paths.today).notice == nil)
        try await browser.submit(form, ["name": "王建军"], following: false)
        #expect(try await browser.get("/no/such/page").notice != nil, "it waits for the next page, whatever it is")
        #expect(try await browser.get(saved.path).notice == nil)
    }

    @Test("a notice that nobody left is not shown")
    func foreignNotices() async throws {
        let company = try await TestCompany()
        let browser = company.browser()
        for text in ["notice.unknown", "today.heading", "<b>hello</b>", "notice."] {
            browser.keep(cookie: "notice", text)
            #expect(try await browser.get(Paths.signIn).notice == nil)
        }
    }
}
