import Testing

@testable import App

@Suite("Names of browsers")
struct BrowserNameTests {
    @Test(
        "a browser is known by what it says, though most name others too",
        arguments: [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50",
                "wechat iphone"
            ),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0", "edge windows"),
            ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0.0.0 Mobile Safari/537.36", "chrome android"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Version/18.0 Safari/605.1.15", "safari mac"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "firefox linux"),
            ("curl/8.0", "other other"), ("", "other other"),
        ])
    func known(userAgent: String, text: String) {
        let browser = BrowserName(userAgent: userAgent)
        #expect(browser.text == text)
        #expect(BrowserName(text: text) == browser)
    }

    @Test("what is stored and cannot be read is some other browser")
    func unreadable() {
        #expect(BrowserName(text: "netscape os2 !").text == "other other")
        #expect(BrowserName(text: "").text == "other other")
    }
}
