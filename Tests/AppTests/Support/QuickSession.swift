import Forms

@testable import App

extension TestCompany {
    /// A browser with a session that was started through the store: quicker than the page, and as good afterwards.
    func quickBrowser(
        for one: Staff, in language: Language = .simplified, from address: String = "192.0.2.1",
        checkingWords: Bool = true
    ) async throws -> Browser {
        let browser = browser(in: language, from: address, checkingWords: checkingWords)
        guard let hash = Self.passwordHash else { throw NotShown("there is no memory for a password's hash") }
        let session = try await app.sessionStore.start(
            try member(one).id, checked: hash, renewed: nil, browser: BrowserName(userAgent: nil), replacing: nil,
            try stamp(one))
        guard let session else { throw NotShown("\(one) cannot sign in") }
        browser.keep(cookie: "session", session.token)
        return browser
    }
}
