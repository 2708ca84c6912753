import Foundation
import Testing

@testable import App

@Suite("A one-time password ends after 72 hours (ACC-10)")
struct OneTimePasswordTests {
    /// - Returns: the password that was shown for the agent.
    private func reset(_ company: TestCompany) async throws -> (page: ShownPage, password: String) {
        let admin = try await company.browser(signedInAs: .admin)
        let member = try company.member(.agent)
        let page = try await admin.get(Paths.member(member.id))
        let shown = try await admin.submit(page.form("\(Paths.member(member.id))/password"))
        return (shown, try #require(try shown.find("//code").first?.text))
    }

    private func signIn(_ company: TestCompany, _ password: String) async throws -> ShownPage {
        let browser = company.browser()
        try await browser.get("/sign-in")
        return try await browser.submit(
            browser.page.form("/sign-in"), ["username": "agent", "password": Typed(password)])
    }

    @Test("the page says until when; up to then it lets its owner in")
    func inTime() async throws {
        let company = try await TestCompany()
        let (page, password) = try await reset(company)
        let words = company.words()
        let end = company.clock.now.addingTimeInterval(72 * 3600)
        #expect(page.text.contains(words("staff.password-until", ["time": words.dateTime(end)])))
        company.clock.advance(hours: 71.9)
        #expect(try await signIn(company, password).path == Paths.password)
    }

    @Test("after that it lets nobody in and says so; a new one does")
    func ended() async throws {
        let company = try await TestCompany()
        let password = try await reset(company).password
        company.clock.advance(hours: 72)
        let page = try await signIn(company, password)
        #expect(page.status == 422 && page.text.contains(company.words()("sign-in.username.error.ended")))
        #expect(try await company.number("SELECT count(*) FROM session WHERE ended_at IS NULL AND member_id = 2") == 0)
        let anew = try await reset(company).password
        #expect(try await signIn(company, anew).path == Paths.password)
    }

    @Test("a password of one's own does not end")
    func own() async throws {
        let company = try await TestCompany()
        company.clock.advance(days: 400)
        #expect(try await company.browser(signedInAs: .agent).page.status == 200)
    }
}
