import Forms
import Testing

@testable import App

@Suite("Absurd input in every form")
struct AbsurdTextTests {
    @Test(
        "ten thousand characters in any field come back with a message at that field (UX-2)", arguments: KnownForm.all)
    func tooLong(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        let long = String(repeating: "长", count: 10_000)
        let fields = form.fields.filter { $0.kind == .text }
        for field in fields {
            try await expectRefused(long, field, known, form, company, browser)
        }
        #expect(try await company.submissions() == before)
    }

    @Test(
        "dates that do not exist, and those of other centuries, come back as typed with a message",
        arguments: KnownForm.ofCustomersAndProjects.filter { !$0.name.contains("customer") })
    func dates(known: KnownForm) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: known.staff)
        let form = try await known.open(company, browser)
        let before = try await company.submissions()
        let fields = form.typedFields("date")
        #expect(!fields.isEmpty)
        // Some forms have two dozen dates, all of one kind.
        for field in fields.prefix(8) {
            for typed in ["2026-02-31", "1900-01-01", "2999-12-31", "0000-00-00", "二〇二六年", "2026-13-01", "9999999999"] {
                try await expectRefused(typed, field, known, form, company, browser)
            }
        }
        #expect(try await company.submissions() == before)
    }

    @Test(
        "what is no telephone number comes back as typed with a message",
        arguments: ["12345678", "+1 20255", "一三八", "13812345678 13912345678", "（）", "0000000000", "-", "😀"])
    func phones(typed: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        for known in KnownForm.ofCustomersAndProjects where known.name.contains("customer") {
            let form = try await known.open(company, browser)
            let before = try await company.submissions()
            let phone = try #require(form["phones.0.number"])
            try await expectRefused(typed, phone, known, form, company, browser)
            #expect(try await company.submissions() == before)
        }
    }

    @Test(
        "what is no number, or none that can be, comes back as typed with a message",
        arguments: ["-1", "61", "三次", "1.5", "1e3", "99999999999999999999", "∞"])
    func numbers(typed: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.sheet(try await company.owedCall().id))
        let form = try page.form(page.path)
        let answer = try await browser.submit(form, ["q.inspector-contacts": Typed(typed)])
        try expectErrors(answer, about: "q.inspector-contacts")
        #expect(try answer.form(page.path)["q.inspector-contacts"]?.value == typed)
        #expect(try await company.number("SELECT count(*) FROM sheet") == 0)
    }

    private func expectRefused(
        _ text: String, _ field: ShownField, _ known: KnownForm, _ form: ShownForm, _ company: TestCompany,
        _ browser: Browser
    ) async throws {
        var typed = try known.typed(company)
        typed[field.name] = Typed(text)
        // A remark is read only where the answer asks for one.
        let answer = String(field.name.dropLast(".remark".count))
        if field.name.hasSuffix(".remark"), let options = form[answer]?.options {
            typed[answer] = Typed(try #require(options.first { ["dissatisfied", "no"].contains($0) }))
            if answer.hasSuffix("private-money") || answer.hasSuffix("left-to-solve") { typed[answer] = "yes" }
        }
        // Those of a firm only where one is sent.
        if field.name.hasPrefix("firm") { typed["goes"] = "firm" }
        // Why only where the technician decides otherwise than the dates do, or where nobody signed.
        if known.name == "report: charges", field.name == "because" { typed["warranty"] = "inside" }
        if known.name == "customer's confirmation", field.name == "reason" { typed["manner"] = "none" }
        let page = try await browser.submit(form, typed, button: known.button)
        let dateTime = field.name.hasSuffix(".date") || field.name.hasSuffix(".time")
        try expectErrors(page, about: dateTime ? String(field.name.dropLast(5)) : field.name)
        #expect(try known.find(on: page)[field.name]?.value == text, "\(field.name) is not kept")
    }
}
