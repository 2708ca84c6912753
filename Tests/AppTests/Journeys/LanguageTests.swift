import Forms
import HTTPTypes
import Testing

@testable import App

@Suite("The language of the pages (RUN-2)")
struct LanguageTests {
    @Test(
        "is the one that the browser asks for, and simplified Chinese when it asks for none of ours",
        arguments: [
            ("zh-TW", "zh-Hant"), ("zh-HK,zh;q=0.9", "zh-Hant"), ("zh-Hant-MO", "zh-Hant"), ("zh", "zh-Hans"),
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("zh-SG", "zh-Hans"), ("en", "en"), ("en-GB,en;q=0.5", "en"),
            ("fr", "zh-Hans"), ("fr,en;q=0.1", "en"), ("fr-CH, de;q=0.9, *;q=0.1", "zh-Hans"),
            ("en;q=0,zh-TW;q=0.1", "zh-Hant"),
            ("zh-CN;q=0.2,en;q=0.9", "en"), ("", "zh-Hans"), (";;;q=,,", "zh-Hans"), ("en;q=🙂", "en"),
        ])
    func asked(header: String, language: String) async throws {
        let company = try await TestCompany()
        let page = try await company.browser().send(.get, "/sign-in", headers: [.acceptLanguage: header])
        #expect(page.language == language)
        #expect(page.headers[.contentLanguage] == language)
    }

    @Test(
        "is the one that somebody chose at the foot of a page, on the same page and from then on",
        arguments: Language.allCases)
    func chosen(language: Language) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent, in: language == .english ? .simplified : .english)
        try await browser.get("/follow-ups?state=overdue")
        let page = try await browser.submit(browser.page.form(Paths.language), button: language.rawValue)
        #expect(page.path == "/follow-ups?state=overdue")
        #expect(page.language == language.rawValue)
        #expect(page.heading == company.words(language)("follow-ups.heading"))
        #expect(try page.has("//footer//button[@value='\(language.rawValue)'][@aria-current='true']"))
        #expect(try await browser.get(Paths.customers).language == language.rawValue)
        try await browser.submit(browser.page.form(Paths.signOut))
        #expect(browser.page.language == language.rawValue, "also after signing out")
    }

    @Test("cannot be one that there is not, and never leads to another site")
    func strangeChoices() async throws {
        let company = try await TestCompany()
        let browser = company.browser()
        let unknown = try await browser.post(Paths.language, [("language", "fr"), ("return", "/sign-in")])
        #expect(unknown.status == 400)
        for place in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a b"] {
            let page = try await browser.post(
                Paths.language, [("language", "en"), ("return", place)], following: false)
            #expect(page.location == "/", "\(place)")
        }
        browser.keep(cookie: "language", "klingon")
        #expect(try await browser.get("/sign-in").language == "zh-Hans")
    }

    @Test(
        "of a form that was refused is changed on the page of the form, of this site alone",
        arguments: [
            ("http://127.0.0.1:8080/enquiry?a=b", "/enquiry?a=b"), ("http://evil.example/enquiry", "/"), ("x", "/"),
            ("http://127.0.0.1:8080", "/"), ("http://127.0.0.1:8080//evil.example", "/"),
        ])
    func refused(_ referer: String, _ path: String) async throws {
        let company = try await TestCompany()
        let body = "submission=\(SubmissionID.random().text)"
        let page = try await company.browser().send(
            .post, Paths.enquiryForm, headers: [.referer: referer], body: body)
        #expect(page.status == 422)
        #expect(try page.form(Paths.language)["return"]?.value == path)
    }

    @Test("of a page that is not there, or not to be seen, is the reader's too", arguments: Language.allCases)
    func errorPages(language: Language) async throws {
        let company = try await TestCompany()
        let words = company.words(language)
        let nobody = company.browser(in: language)
        let somebody = try await company.browser(signedInAs: .agent, in: language)
        for browser in [nobody, somebody] {
            let missing = try await browser.get("/no/such/page")
            #expect(missing.status == 404)
            #expect(missing.language == language.rawValue)
            #expect(missing.heading == words("error-page.not-found.title"))
            #expect(missing.mainText.contains(words("error-page.not-found.message")))
            #expect(try missing.has("//main//a[@href='/']"))
        }
        let forbidden = try await somebody.get(Paths.staff)
        #expect(forbidden.status == 403)
        #expect(forbidden.heading == words("error-page.forbidden.title"))
        #expect(forbidden.mainText.contains(words("refusal.role")))
    }
}
