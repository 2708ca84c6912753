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

    @Test("an option that was never offered is refused at its field, and stores nothing", arguments: KnownForm.all)
    func unknownOption(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        // Whether a good answer is a problem is not asked, so whatever is sent for it is left out (FUP-4).
        let choices = form.fields.filter {
            [.select, .radios, .checks].contains($0.kind) && !$0.name.hasSuffix(".problem")
        }
        for field in choices {
            for value in ["Z", "-1", "999999", "<script>", "是的🙂"] {
                let sent = try known.entries(form, company, without: field.name, with: (field.name, value))
                let page = try await browser.post(form.action, sent)
                try expectErrors(page, about: field.name)
            }
        }
        #expect(try await company.submissions() == before)
    }

    @Test("fields that come twice, as lists, or that nobody knows never break anything", arguments: KnownForm.all)
    func repeatedFields(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        let sent = try known.entries(form, company)
        let lists = sent.map { (name: $0.name + "[]", value: $0.value) }
        let rows = sent.map { (name: $0.name + ".0.x", value: $0.value) }
        let unknown = [(name: "unknown", value: "?"), (name: "", value: ""), (name: "version", value: "-9")]
        let page = try await browser.post(form.action, sent + lists + rows + unknown + sent)
        #expect([200, 303, 409, 422].contains(page.status), "\(page)")
        let empty = try await browser.post(form.action, [])
        #expect(empty.status == 400, "\(empty)")
        #expect(try await company.submissions() <= before + 1)
    }
}
