import Forms
import Testing

@testable import App

@Suite("Every form")
struct FormHabitTests {
    @Test(
        "says in each language what is wrong, leads to the field, and stores nothing (UX-2)", arguments: KnownForm.all)
    func saysWhatIsWrong(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        var form = try await known.open(company, browser)
        let before = try await company.submissions()
        var messages: Set<[String]> = []
        for language in Language.allCases {
            try await browser.get(Paths.sessions)
            try await browser.submit(browser.page.form(Paths.language), button: language.rawValue)
            var typed = try known.typed(company)
            typed[known.field] = known.wrong
            let page = try await browser.submit(form, typed, button: known.button)
            try expectErrors(page)
            #expect(page.language == language.rawValue)
            #expect(page.text.contains(company.words(language)("form.errors-title")))
            messages.insert(page.errors)
            form = try known.find(on: page)
        }
        #expect(messages.count == Language.allCases.count, "\(messages)")
        #expect(try await company.submissions() == before)
        let taken = try await browser.submit(form, try known.typed(company), button: known.button, following: false)
        #expect(KnownForm.isTaken(taken), "put right, it should be taken: \(taken)")
        #expect(try await company.submissions() == before + 1)
    }

    @Test("keeps all that was typed when something is wrong (UX-2)", arguments: KnownForm.all)
    func keepsWhatWasTyped(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        var typed = try known.typed(company)
        typed[known.field] = known.wrong
        let page = try await browser.submit(form, typed, button: known.button)
        #expect(page.status == 422)
        let again = try known.find(on: page)
        for (field, value) in typed {
            let kept = again[field]?.values ?? []
            #expect(kept.sorted() == value.values.sorted() || value.values.isEmpty, "\(field): \(kept)")
        }
        #expect(
            again["submission"]?.value == form["submission"]?.value, "the same form, so that it is never stored twice")
    }

    @Test("sent twice makes one record and answers the same (UX-3)", arguments: KnownForm.all)
    func sentTwice(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let typed = try known.typed(company)
        let before = try await company.submissions()
        let first = try await browser.submit(form, typed, button: known.button, following: false)
        #expect(KnownForm.isTaken(first), "\(first)")
        let entries = try await company.number("SELECT count(*) FROM audit_entry WHERE action <> 'record-read'")
        let second = try await browser.submit(form, typed, button: known.button, following: false)
        #expect(KnownForm.isTaken(second), "\(second)")
        // A one-time password is shown once; its form sent again leads to the member instead.
        if first.status == 303 { #expect(second.location == first.location) }
        #expect(try await company.submissions() == before + 1)
        #expect(
            try await company.number("SELECT count(*) FROM audit_entry WHERE action <> 'record-read'") == entries)
    }

    @Test("pressed by eight impatient fingers at once makes one record (UX-3)", arguments: KnownForm.all)
    func sentAtOnce(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let typed = try known.typed(company)
        let before = try await company.submissions()
        let answers = try await withThrowingTaskGroup(of: ShownPage.self) { group in
            for _ in 0..<8 {
                group.addTask { try await browser.submit(form, typed, button: known.button, following: false) }
            }
            return try await group.reduce(into: [ShownPage]()) { $0.append($1) }
        }
        #expect(answers.allSatisfy(KnownForm.isTaken), "\(answers.map(\.status))")
        #expect(try await company.submissions() == before + 1)
    }

    @Test(
        "of somebody who was not the first shows both versions, and overwrites only knowingly (UX-4)",
        arguments: KnownForm.versioned)
    func twoVersions(known: KnownForm) async throws {
        let company = try await TestCompany()
        let mine = try await company.browser(signedInAs: known.staff)
        let other = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, mine)
        let path = mine.page.path
        let before = try await company.submissions()
        try await other.submit(known.find(on: other.get(path)), try #require(known.rival))
        #expect(try await company.submissions() == before + 1)

        let typed = try known.typed(company)
        let both = try await mine.submit(form, typed)
        #expect(both.status == 409)
        let shown = try both.find("//table[contains(@class, 'two-versions')]//td").map(\.text)
        #expect(shown.count >= 2 && Set(shown).count >= 2, "\(shown)")
        let again = try known.find(on: both)
        for (field, value) in typed { #expect(again[field]?.values == value.values, "\(field)") }
        #expect(try await company.submissions() == before + 1)

        let saved = try await mine.submit(again, following: false)
        #expect(saved.status == 303)
        #expect(try await company.submissions() == before + 2)
        let now = try known.find(on: try await mine.get(path))
        for (field, value) in typed where field != "reason" { #expect(now[field]?.values == value.values, "\(field)") }
    }
}
