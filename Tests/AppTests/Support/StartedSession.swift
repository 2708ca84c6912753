import Forms

@testable import App

extension TestCompany {
    /// A browser in which somebody is signed in. The session was started through the store: argon2id is slow on purpose,
    /// and `Browser.signIn` is for the tests that ask about signing in.
    func browser(
        signedInAs one: Staff, in language: Language = .simplified, from address: String = "192.0.2.1",
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
