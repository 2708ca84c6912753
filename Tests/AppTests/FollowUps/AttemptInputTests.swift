import Forms
import Testing

@testable import App

@Suite("A time for a callback that cannot be (CAD-4)")
struct AttemptInputTests {
    private static let impossible = [
        ("2026-11-23", "10:29"), ("2026-11-23", "10:30"), ("2026-11-22", "16:00"), ("2026-02-31", "16:00"),
        ("1900-01-01", "16:00"), ("2999-01-01", "16:00"), ("2027-02-22", "16:00"), ("2026-11-24", ""), ("", "16:00"),
        ("", ""), ("2026-11-24", "25:99"), ("2026-11-24", "soon"), ("0000-00-00", "00:00"), ("<b>", "\""), ("😀", "😀"),
    ]

    @Test("is refused with a message, keeps what was typed, and records nothing (UX-2)", arguments: impossible)
    func refused(day: String, time: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.agree(
            "typed", ["callback.date": Typed(day), "callback.time": Typed(time)], of: call)
        #expect(page.status == 422)
        #expect(!page.errors.isEmpty)
        let form = try page.form(Paths.attempts(call.id), having: "hour")
        #expect(form["callback.date"]?.value == day)
        #expect(form["callback.time"]?.value == time)
        #expect(try await company.number("SELECT count(*) FROM attempt") == 0)
        #expect(try await company.call(call.id).callbackAt == nil)
    }

    @Test(
        "is marked at its fields, and the summary leads to them (UX-2)",
        arguments: [("2026-02-31", "16:00"), ("2026-11-22", "16:00"), ("", "")])
    func marked(day: String, time: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.agree(
            "typed", ["callback.date": Typed(day), "callback.time": Typed(time)], of: call)
        try expectErrors(page)
        #expect(try page.errorTargets().count == page.errors.count, "every message leads somewhere")
        // A date input drops a text that is no date; such a text needs an input that shows it.
        let input = try #require(try page.find("//input[@name='callback.date']").first)
        #expect(input["type"] == "text" || Day(day) != nil || day.isEmpty, "browsers would not show \(day)")
    }

    @Test("put right, it is taken", arguments: Language.allCases)
    func putRight(language: Language) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent, in: language)
        let page = try await browser.agree(
            "typed", ["callback.date": "2026-11-22", "callback.time": "16:00"], of: call)
        #expect(page.errors == [company.words(language)("error.in-the-past")])
        let form = try page.form(Paths.attempts(call.id), having: "hour")
        try await browser.submit(form, ["callback.date": "2026-11-24"], button: "typed")
        #expect(try await company.state(call.id) == .callback)
    }

    @Test(
        "an outcome that there is not, or none, is refused with a message",
        arguments: ["", "unreachable", "call-later ", "BUSY", "0"])
    func unknownOutcome(outcome: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let sent = [("submission", SubmissionID.random().text), ("outcome", outcome)]
        let page = try await browser.post(Paths.attempts(call.id), sent.map { (name: $0.0, value: $0.1) })
        #expect(page.status == 422)
        #expect(!page.errors.isEmpty)
        #expect(try await company.number("SELECT count(*) FROM attempt") == 0)
    }
}
