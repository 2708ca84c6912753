import Forms
import Testing

@testable import App

@Suite("What no form of ours sends")
struct StrangeFormTests {
    @Test("a form without its id, or with a false one, is not understood and stores nothing", arguments: KnownForm.all)
    func withoutSubmission(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff, in: .english)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        for false_ in [
            nil, "", "x", String(repeating: "a", count: 65), "ab cd ef gh ij kl mn",
            "é" + String(repeating: "a", count: 20),
        ] {
            let sent = try known.entries(form, company, without: "submission", with: false_.map { ("submission", $0) })
            let page = try await browser.post(form.action, sent)
            #expect(page.status == 400, "\(false_ ?? "none")")
            #expect(page.heading == company.words(.english)("error-page.malformed.title"))
        }
        #expect(try await company.submissions() == before)
    }

    @Test("a correction without a version, or with an impossible one, stores nothing", arguments: KnownForm.versioned)
    func badVersion(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        let cases: [(String?, Int)] = [
            (nil, 400), ("", 400), ("one", 400), ("99999999999999999999", 400), ("1.0", 400), ("-1", 409), ("77", 409),
        ]
        for (version, status) in cases {
            let sent = try known.entries(form, company, without: "version", with: version.map { ("version", $0) })
            let page = try await browser.post(form.action, sent)
            #expect(page.status == status, "\(version ?? "none")")
        }
        #expect(try await company.submissions() == before)
    }

}
