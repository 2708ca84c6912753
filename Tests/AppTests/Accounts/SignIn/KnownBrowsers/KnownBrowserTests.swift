import Foundation
import HTTPTypes
import Testing

@testable import App

@Suite("Browsers that people have signed in with (ACC-14)")
struct KnownBrowserTests {
    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    private func trySigningIn(_ browser: Browser, _ password: String = TestCompany.password) async throws -> ShownPage {
        browser.forget(cookie: "session")
        try await browser.get("/sign-in")
        return try await browser.submit(
            browser.page.form("/sign-in"), ["username": "manager", "password": Typed(password)], following: false)
    }

    private func known() async throws -> Browser {
        let browser = company.browser()
        try await browser.signIn(as: .manager)
        return browser
    }

    /// Strangers from many addresses fail at the manager's name until it has a line.
    private func attack(_ count: Int = 12) async throws {
        for number in 0..<count {
            _ = try await trySigningIn(company.browser(from: "203.0.113.\(number)"), "wrong horse battery")
        }
    }

    @Test("nobody who is known is kept out by strangers who fail at the same name")
    func strangers() async throws {
        let browser = try await known()
        try await attack()
        #expect(try await trySigningIn(company.browser(from: "198.51.100.7")).status == 429)
        #expect(try await trySigningIn(browser).status == 303)
    }

    @Test("nor by strangers who fail from the same address")
    func sameAddress() async throws {
        let browser = try await known()
        let stranger = company.browser()
        for number in 0..<25 {
            try await stranger.get("/sign-in")
            try await stranger.submit(
                stranger.page.form("/sign-in"),
                ["username": Typed("nobody\(number)"), "password": "wrong horse battery"])
        }
        #expect(try await trySigningIn(company.browser()).status == 429)
        #expect(try await trySigningIn(browser).status == 303)
    }

    @Test("its own wrong passwords make a known browser wait, and no other one")
    func ownFailures() async throws {
        let (browser, other) = (try await known(), try await known())
        for _ in 0..<3 { #expect(try await trySigningIn(browser, "wrong horse battery").status == 422) }
        let refused = try await trySigningIn(browser)
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "1")
        #expect(try await trySigningIn(other).status == 303)
    }

    @Test("the cookie is good for its own member alone, whatever name is typed")
    func otherMember() async throws {
        let browser = company.browser()
        try await browser.signIn(as: .agent)
        try await attack()
        #expect(try await trySigningIn(browser).status == 429)
    }

    @Test("a browser that two people share is known for both")
    func shared() async throws {
        let browser = company.browser()
        try await browser.signIn(as: .agent)
        browser.forget(cookie: "session")
        try await browser.signIn(as: .manager)
        browser.forget(cookie: "session")
        try await browser.signIn(as: .agent)
        try await attack()
        #expect(try await trySigningIn(browser).status == 303)
    }

    @Test("the token changes with each sign-in, and the one before is good for nothing")
    func rotated() async throws {
        let browser = try await known()
        let first = try #require(browser.cookies["browser"])
        #expect(try await trySigningIn(browser).status == 303)
        #expect(browser.cookies["browser"] != first)
        let thief = company.browser(from: "198.51.100.7")
        thief.keep(cookie: "browser", first)
        try await attack()
        #expect(try await trySigningIn(thief).status == 429)
    }

    @Test("signing out everywhere, a new password by an administrator and a lock make it a stranger again")
    func forgotten() async throws {
        let id = try company.member(.manager).id
        let stamp = try company.stamp(.admin)
        let (sessions, members) = (company.app.sessionStore, company.app.memberStore)
        let hash = try #require(TestCompany.passwordHash)
        for revoke in [
            { try await sessions.endAll(of: id, stamp) },
            { _ = try await PasswordStore(database: self.company.database).reset(of: id, to: hash, .random(), stamp) },
            {
                _ = try await members.lock(id, .random(), stamp)
                _ = try await members.unlock(id, .random(), stamp)
            },
        ] as [@Sendable () async throws -> Void] {
            _ = try await known()
            #expect(try await company.number("SELECT count(*) FROM known_browser WHERE member_id = \(id)") > 0)
            try await revoke()
            #expect(try await company.number("SELECT count(*) FROM known_browser WHERE member_id = \(id)") == 0)
        }
    }

    @Test("it is forgotten half a year after the last sign-in, and of one member twenty are kept")
    func old() async throws {
        let id = try company.member(.manager).id
        let store = KnownBrowserStore(database: company.database)
        let username = try #require(Username(typed: "manager"))
        let token = try await store.remember(id, replacing: nil, at: company.clock.now)
        #expect(try await store.find(token: token, username: username, at: company.clock.now) != nil)
        let later = company.clock.now.addingTimeInterval(TimeInterval(KnownBrowser.remembered))
        #expect(try await store.find(token: token, username: username, at: later) == nil)
        for _ in 0..<25 { _ = try await store.remember(id, replacing: nil, at: company.clock.now) }
        #expect(try await company.number("SELECT count(*) FROM known_browser") == 20)
    }

    @Test("its cookie cannot be read by scripts and lasts half a year")
    func cookie() async throws {
        let browser = company.browser()
        try await browser.get("/sign-in")
        let answer = try await browser.submit(
            browser.page.form("/sign-in"), ["username": "agent", "password": Typed(TestCompany.password)],
            following: false)
        let set = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("browser=") })
        #expect(set.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000"))
    }
}
