import Forms
import Foundation
import Testing

@testable import App

@Suite("A session that ends while somebody types")
struct EndedSessionTests {
    /// Longer than a session may be idle.
    private static let lunch = 3.0

    @Test("the form waits for the sign-in and goes on, saved once (UX-2, UX-3)", arguments: KnownForm.all)
    func goesOn(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        company.clock.advance(hours: Self.lunch)
        let ended = try await browser.submit(form, try known.typed(company), button: known.button)
        #expect(ended.status == 401)
        #expect(ended.mainText.contains(company.words()("sign-in.note-pending")))
        #expect(try await company.submissions() == before)

        let waiting = try await signIn(known.staff, ended, browser)
        #expect(waiting.heading == company.words()("go-on.title"))
        #expect(try await company.submissions() == before)
        let goOn = try waiting.form()
        let saved = try await browser.submit(goOn, following: false)
        #expect(KnownForm.isTaken(saved), "\(saved)")
        #expect(try await company.submissions() == before + 1)
        let again = try await browser.submit(goOn, following: false)
        #expect(KnownForm.isTaken(again), "\(again)")
        #expect(try await company.submissions() == before + 1)
    }

    @Test("a wrong password at the sign-in does not cost what was typed either (UX-2)")
    func wrongPasswordInBetween() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let call = try await company.owedCall()
        let form = try await browser.get(Paths.sheet(call.id)).form(Paths.sheet(call.id))
        company.clock.advance(hours: Self.lunch)
        let words = "“师傅”说：\n明天 <一定> 来 & 做完 100%+\t🙂"
        let ended = try await browser.submit(form, ["customerWords": Typed(words)])
        let wrong = try await browser.submit(
            ended.form(Paths.signIn), ["username": "agent", "password": "not the password"])
        #expect(wrong.status == 422)
        let waiting = try await signIn(.agent, wrong, browser)
        try await browser.submit(waiting.form())
        #expect(try await browser.get(Paths.record(call.id)).find("//dd").contains { $0.content.contains(words) })
    }

    @Test("whoever else signs in neither sends nor sees it, and its writer can still go on (UX-2, UX-10)")
    func anotherPersonSignsIn() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let call = try await company.owedCall()
        let form = try await browser.get(Paths.sheet(call.id)).form(Paths.sheet(call.id))
        company.clock.advance(hours: Self.lunch)
        let ended = try await browser.submit(form, ["customerWords": "不该由别人提交"])
        #expect(!Self.shows(ended, "不该由别人提交"))
        let refused = try await signIn(.agent2, ended, browser)
        #expect(refused.status == 403 && !Self.shows(refused, "不该由别人提交"))
        #expect(try await company.number("SELECT count(*) FROM sheet") == 0)
        let waiting = try await signIn(.agent, refused, browser)
        try await browser.submit(waiting.form())
        #expect(try await company.number("SELECT count(*) FROM sheet") == 1)
    }

    @Test("a form that was open when somebody else signed in at the same browser is held back in the same way (UX-10)")
    func anotherPersonIsSignedIn() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let call = try await company.owedCall()
        let form = try await browser.get(Paths.sheet(call.id)).form(Paths.sheet(call.id))
        try await browser.submit(browser.get(Paths.today).form(Paths.signOut))
        _ = try await signIn(.agent2, browser.get(Paths.signIn), browser)
        let refused = try await browser.submit(form, ["customerWords": "不该由别人提交"])
        #expect(refused.status == 403 && !Self.shows(refused, "不该由别人提交"))
        let waiting = try await signIn(.agent, refused, browser)
        try await browser.submit(waiting.form())
        #expect(try await company.number("SELECT count(*) FROM sheet") == 1)
    }

    /// Whether words stand anywhere in a page, be it in a hidden field and in whatever spelling of an address.
    private static func shows(_ page: ShownPage, _ words: String) -> Bool {
        [words, words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? words].contains {
            page.html.contains($0)
        }
    }

    @Test("keeping a draft says that the session is over, and the draft before stays (FUP-1)")
    func draft() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let call = try await company.owedCall()
        let form = try await browser.get(Paths.sheet(call.id)).form(Paths.sheet(call.id))
        let kept = try await browser.post(Paths.draft(call.id), form.entries(["customerWords": "先说了这些"]))
        #expect(kept.status == 200)
        company.clock.advance(hours: Self.lunch)
        let lost = try await browser.post(Paths.draft(call.id), form.entries(["customerWords": "后来又说"]))
        #expect(lost.status == 401)
        let later = try await company.browser(signedInAs: .agent)
        let page = try await later.get(Paths.sheet(call.id))
        #expect(try page.form(Paths.sheet(call.id))["customerWords"]?.value == "先说了这些")
    }

    @Test("a page that is only looked at comes back after the sign-in, with its filters")
    func reading() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        company.clock.advance(hours: Self.lunch)
        let path = "/follow-ups?state=overdue&agent=\(try company.member(.agent).id)"
        let ended = try await browser.get(path)
        #expect(ended.mainText.contains(company.words()("sign-in.note-then")))
        let page = try await signIn(.agent, ended, browser)
        #expect(page.path == path)
    }

    private func signIn(_ one: Staff, _ page: ShownPage, _ browser: Browser) async throws -> ShownPage {
        try await browser.submit(
            page.form(Paths.signIn),
            ["username": Typed(one.rawValue), "password": Typed(TestCompany.password)])
    }
}
