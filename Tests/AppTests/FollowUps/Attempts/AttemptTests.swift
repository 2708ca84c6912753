import Forms
import Foundation
import Testing

@testable import App

@Suite("Attempts that did not end in a filled sheet (CAD-4)")
struct AttemptTests {
    @Test(
        "each outcome is recorded with who and when, counts as work, and leaves the call owed (CAD-2a)",
        arguments: Attempt.Outcome.allCases.filter(\.isInVain))
    func outcomes(outcome: Attempt.Outcome) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let today = try await browser.record(outcome, of: call)
        #expect(today.path == Paths.today)
        #expect(today.notice == company.words()("notice.attempt-recorded"))
        #expect(try today.rows().first?.contains("已试 1 次") == true)
        let page = try await browser.get(Paths.followUp(call.id))
        let line = "2026年11月23日 10:30 · 陈静 · " + company.words()("attempt.outcome.\(outcome.rawValue)")
        #expect(page.text.contains(line))
        #expect(try await browser.get(Paths.sheet(call.id)).text.contains(line), "who calls again sees it before")
        #expect(try await company.call(call.id).state == .owed)
        #expect(try await company.audited("follow-up", call.id).contains("attempt-recorded"))
    }

    @Test(
        "call later takes two keystrokes: an hour, the next call hours, or tomorrow",
        arguments: [
            ("hour", "2026-11-23T03:30:00Z", "notice.callback-agreed.off-hours"),
            ("slot", "2026-11-23T07:00:00Z", "notice.callback-agreed"),
            ("tomorrow", "2026-11-24T02:30:00Z", "notice.callback-agreed"),
        ])
    func callLater(button: String, moment: String, notice: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let today = try await browser.agree(button, of: call)
        #expect(today.notice == company.words()(notice))
        #expect(try await company.call(call.id).callbackAt == (try Date(moment, strategy: .iso8601)))
        #expect(try await company.state(call.id) == .callback)
    }

    @Test(
        "the next call hours after the last ones of a week are those of Monday, and holidays are left out",
        arguments: [
            // Friday evening; the last hours before the National Day of 2026, whose holidays end on 7 October.
            ("2026-11-27T10:00:00Z", "2026-11-30T02:00:00Z"), ("2026-09-30T09:45:00Z", "2026-10-08T02:00:00Z"),
        ])
    func nextSlot(now: String, slot: String) async throws {
        let company = try await TestCompany(at: try Date(now, strategy: .iso8601))
        let call = try await company.owedCall()
        try await company.browser(signedInAs: .agent).agree("slot", of: call)
        #expect(try await company.call(call.id).callbackAt == (try Date(slot, strategy: .iso8601)))
    }

    @Test(
        "a time can be typed as people write times",
        arguments: [
            ("2026-11-24", "16:00"), ("明天", "16:00"), ("11月24日", "下午4点"), ("2026/11/24", "16点"),
            ("２０２６－１１－２４", "１６：００"),
        ])
    func typedTime(day: String, time: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.agree(
            "typed", ["callback.date": Typed(day), "callback.time": Typed(time)], of: call)
        #expect(page.status == 200 && page.path == Paths.today, "\(page)")
        #expect(try await company.call(call.id).callbackAt == (try Date("2026-11-24T08:00:00Z", strategy: .iso8601)))
    }

    @Test("a later agreement replaces the earlier one, and both stay on record")
    func agreedAnew() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("hour", of: call)
        try await browser.agree("tomorrow", of: call)
        let page = try await browser.get(Paths.followUp(call.id))
        #expect(try page.find("//section//ul[@class='plain-list']/li").count == 2)
        #expect(try await company.call(call.id).callbackAt == (try Date("2026-11-24T02:30:00Z", strategy: .iso8601)))
        #expect(try await company.call(call.id).attempts == 2)
    }

    @Test("a sheet that is filled ends the agreement")
    func doneAfterAgreement() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("hour", of: call)
        try await browser.submit(browser.sheet(call), ["overall": "5"])
        #expect(try await company.state(call.id) == .done)
        #expect(try await company.call(call.id).callbackAt == nil)
    }

    @Test("is recorded from the sheet as well, without leaving a draft behind")
    func fromTheSheet() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let sheet = try await browser.get(Paths.sheet(call.id))
        let page = try await browser.submit(sheet.form(Paths.attempts(call.id), having: "hour"), button: "hour")
        #expect(page.path == Paths.today)
        #expect(try await company.state(call.id) == .callback)
        #expect(try await company.number("SELECT count(*) FROM sheet_draft") == 0)
    }

    @Test("pressed twice is one attempt (UX-3)")
    func twice() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get(Paths.followUp(call.id)).form(Paths.attempts(call.id), having: "busy")
        for _ in 0..<4 { try await browser.submit(form, button: "busy") }
        #expect(try await company.call(call.id).attempts == 1)
        #expect(try await company.call(call.id).state == .owed)
    }

    @Test("is the owner's: nobody else is offered it, and a form sent all the same changes nothing")
    func others() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let other = try await company.browser(signedInAs: .agent2)
        let page = try await other.get(Paths.followUp(call.id))
        #expect(page.forms.filter(\.isInMain).isEmpty)
        let sent = try await other.post(
            Paths.attempts(call.id), [("submission", SubmissionID.random().text), ("outcome", "busy")])
        #expect(sent.status == 409)
        #expect(sent.mainText.contains(company.words()("refusal.not-owed-by-you")))
        #expect(try await company.number("SELECT count(*) FROM attempt") == 0)
    }
}
