import Forms
import Testing

@testable import App

@Suite("Two times at once for a callback (UX-10)")
struct TwoTimesTests {
    @Test("are refused with the words kept, and nothing is agreed", arguments: ["hour", "slot", "tomorrow"])
    func refused(button: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        for typed in [["callback.date": "2026-11-26", "callback.time": "16:00"], ["callback.date": "2026-11-26"]] {
            let page = try await browser.agree(button, typed.mapValues { Typed($0) }, of: call)
            try expectErrors(page, about: "callback")
            #expect(page.text.contains("请先清空日期和时间"))
            let form = try page.form(Paths.attempts(call.id), having: "hour")
            for (field, value) in typed { #expect(form[field]?.value == value) }
        }
        #expect(try await company.number("SELECT count(*) FROM attempt") == 0)
    }

    @Test("that are one and the same are no contradiction")
    func same() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("tomorrow", ["callback.date": "2026-11-24", "callback.time": "10:30"], of: call)
        #expect(try await company.state(call.id) == .callback)
    }

    @Test("do not come of Enter, which agrees on what was typed")
    func enter() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        for page in [Paths.followUp(call.id), Paths.sheet(call.id)] {
            let form = try await browser.get(page).form(Paths.attempts(call.id), having: "hour")
            try await browser.submit(form, ["callback.date": "2026-11-26", "callback.time": "16:00"])
            let agreed = try #require(try await company.call(call.id).callbackAt)
            #expect(LocalDateTime(agreed, in: company.zone) == LocalDateTime("2026-11-26T16:00"))
        }
    }
}
