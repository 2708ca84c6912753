import HTTPTypes
import Testing

@testable import App

/// Other sites can neither write in somebody's name nor lead anybody away from here.
struct ForeignRequestTests {
    private static let foreign: [HTTPFields] = [
        [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.secFetchSite: "Same-Origin "],
        [.secFetchSite: "x", .origin: "http://127.0.0.1:8080"],
        [.secFetchSite: "cross-site", .origin: "http://127.0.0.1:8080"],
        [.secFetchSite: "", .origin: "https://evil.example"], [.secFetchSite: "", .origin: "null"],
        [.secFetchSite: "", .origin: "http://127.0.0.1"], [.secFetchSite: "", .origin: "https://127.0.0.1:8080"],
        [.secFetchSite: "", .origin: "http://127.0.0.1:8080.evil.example"],
        [.secFetchSite: "", .origin: "http://localhost:8080"],
        [.secFetchSite: "", .referer: "http://127.0.0.1:8080/"], [.secFetchSite: ""],
    ]

    @Test("no form of another site is taken, wherever it goes, and nothing changes", arguments: FormSubmissions.all)
    func writes(_ action: FormSubmissions.Deed) async throws {
        let actions = try await FormSubmissions.make()
        let browser = try await actions.company.browser(signedInAs: action.who)
        let page = try await browser.get(action.page(actions))
        let form = try page.form(action.action(actions), having: action.button ?? action.typed(actions).keys.first)
        let body = FormText.encode(try form.entries(action.typed(actions), button: action.button))
        let before = try await actions.company.contents()
        for headers in Self.foreign {
            let refused = try await actions.company.answer(
                .post, form.action, cookies: browser.cookies, headers, body: body)
            #expect(refused.status == 403, "\(headers)")
        }
        #expect(try await actions.company.contents() == before)
        let own = try await actions.company.answer(
            .post, form.action, cookies: browser.cookies, [.secFetchSite: "", .origin: "http://127.0.0.1:8080"],
            body: body)
        #expect([200, 303].contains(own.status))
    }

    @Test("nobody is signed in, and no language chosen, from another site")
    func signingIn() async throws {
        let company = try await TestCompany()
        let body = FormText.encode([("username", "agent"), ("password", TestCompany.password)])
        for headers in Self.foreign.dropLast(2) {
            let page = try await company.answer(.post, Paths.signIn, headers, body: body)
            #expect(page.status == 403 && page.headers[.setCookie] == nil)
            let language = try await company.answer(.post, Paths.language, headers, body: "language=en")
            #expect(language.status == 403 && language.headers[.setCookie] == nil)
        }
    }

    static let elsewhere = [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "https:evil.example",
        "https:/evil.example",
        "javascript:alert(1)", "data:text/html,x", " //evil.example", "\t//evil.example", "/\t/evil.example",
        "/\n/evil.example",
        "///evil.example", "/\u{2028}/evil.example", "evil.example", ".evil.example", "@evil.example", "/％2Fevil", "",
        "/x\r\nSet-Cookie: a=b", "/x\nLocation: https://evil.example",
    ]

    /// As browsers take an address: controls are dropped, and backslashes are slashes.
    private func leadsAway(_ location: String) -> Bool {
        let address = location.unicodeScalars.filter { $0.value > 0x20 }.reduce(into: "") {
            $0.unicodeScalars.append($1)
        }
        .replacing("\\", with: "/")
        return !address.hasPrefix("/") || address.hasPrefix("//")
    }

    @Test("signing in and choosing a language never lead to another site", arguments: elsewhere)
    func redirects(_ address: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let encoded = FormText.encode([("then", address)])
        var answers = [
            try await company.answer(.get, Paths.signIn + "?" + encoded, cookies: browser.cookies),
            try await company.answer(
                .post, Paths.signIn,
                body: FormText.encode([("username", "agent"), ("password", TestCompany.password), ("then", address)])),
            try await company.answer(
                .post, Paths.language, body: FormText.encode([("language", "en"), ("return", address)])),
        ]
        answers.append(try await company.answer(.get, address.isEmpty ? "//" : address))
        for page in answers where page.status == 303 {
            #expect(!leadsAway(try #require(page.location)), "\(page.location ?? "")")
            #expect(!page.headers.contains { $0.value.contains("\n") || $0.value.contains("\r") })
        }
        #expect(answers.prefix(3).allSatisfy { $0.status == 303 })
    }

    @Test("a form that waits for its sender goes on to no other site", arguments: elsewhere)
    func waiting(_ address: String) async throws {
        let company = try await TestCompany()
        let sealed = Sodium.encrypt(
            address + "\na=b", key: try AuditKey.derived(for: "forms that wait", in: company.folder))
        let fields = [("username", "agent"), ("password", TestCompany.password), ("pending", sealed)]
        let page = try await company.answer(
            .post, Paths.signIn, body: FormText.encode(fields.map { (name: $0.0, value: $0.1) }))
        for form in page.isHTML ? page.forms : [] { #expect(!leadsAway(form.action), "\(form.action)") }
        #expect(page.status == 303 ? page.location.map { !leadsAway($0) } ?? false : page.status == 200)
    }

    @Test("reading changes nothing that another site could make anybody read")
    func reading() async throws {
        let actions = try await FormSubmissions.make()
        let browser = try await actions.company.browser(signedInAs: .admin)
        let before = try await actions.company.contents(without: ["audit_entry"])
        let numbers = ["\(actions.owed.id)", "\(actions.filled.id)", "\(actions.project)"]
        for path in EveryAddress(company: actions.company).paths(.get, numbers: numbers) {
            _ = try await actions.company.answer(.get, path, cookies: browser.cookies, [.secFetchSite: "cross-site"])
        }
        #expect(try await actions.company.contents(without: ["audit_entry"]) == before)
    }
}
