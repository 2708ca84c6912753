import Forms
import Rulebooks
import Testing

@testable import App

@Suite("A sheet is filled once its call's window has opened, or at an agreed callback (CAD-10)")
struct SheetWindowTests {
    /// A call that opens in five days.
    private func early(_ company: TestCompany) async throws -> FollowUp {
        try await company.project("HF-EARLY", startedDaysAgo: 5)
    }

    @Test("before that neither opened, nor kept, nor filed; the page says from when, and no word is lost")
    func tooEarly() async throws {
        let company = try await TestCompany()
        let call = try await early(company)
        let agent = try await company.browser(signedInAs: .agent)
        let opened = try await agent.get(Paths.sheet(call.id))
        #expect(opened.path == Paths.followUp(call.id))
        #expect(opened.notice == company.words()("notice.sheet-not-open"))
        let words = company.words()
        #expect(opened.text.contains(words("follow-ups.sheet-from", ["day": words.day(call.opens)])))
        #expect(!opened.links.contains { $0["href"] == Paths.sheet(call.id) })
        let sent = [
            (name: "submission", value: SubmissionID.random().text), (name: "overall", value: "5"),
            (name: "customerWords", value: "一切都好"),
        ]
        #expect(try await agent.post(Paths.draft(call.id), sent).status == 409)
        let refused = try await agent.post(Paths.sheet(call.id), sent)
        #expect(refused.status == 409 && refused.text.contains("一切都好"))
        #expect(refused.text.contains(words("refusal.not-open-yet")))
        #expect(
            try await company.number("SELECT (SELECT count(*) FROM sheet) + (SELECT count(*) FROM sheet_draft)") == 0)
        #expect(try await company.state(call.id) == .planned)
    }

    @Test("an attempt and an excuse are not bound to it")
    func otherWork() async throws {
        let company = try await TestCompany()
        let call = try await early(company)
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.record(.busy, of: call)
        #expect(try await company.number("SELECT count(*) FROM attempt") == 1)
        let form = try await agent.get(Paths.followUp(call.id)).form(Paths.excuseRequests(call.id))
        try await agent.submit(form, ["reason": "客户说不必打电话"])
        #expect(try await company.number("SELECT count(*) FROM excuse_request") == 1)
    }

    @Test("on the day of its window it opens")
    func opens() async throws {
        let company = try await TestCompany()
        let call = try await early(company)
        company.clock.advance(days: 5)
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.submit(agent.sheet(call), ["customerWords": "一切都好"])
        #expect(try await company.state(call.id) == .done)
    }

    @Test("on the day of a callback that was agreed it opens before its window")
    func callback() async throws {
        let company = try await TestCompany()
        let call = try await early(company)
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.agree("tomorrow", of: call)
        #expect(try await agent.get(Paths.sheet(call.id)).path == Paths.followUp(call.id), "that is tomorrow")
        company.clock.advance(days: 1)
        let again = try await company.browser(signedInAs: .agent)
        try await again.submit(again.sheet(call), ["customerWords": "一切都好"])
        #expect(try await company.state(call.id) == .done)
    }

    @Test("the numbers on it are shown to its agent, and once a day and person that is noted (ACC-8)")
    func phones() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        func noted() async throws -> Int {
            try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'phone-shown'")
        }
        let agent = try await company.browser(signedInAs: .agent)
        for _ in 0..<3 { _ = try await agent.sheet(call) }
        #expect(try await noted() == 1)
        #expect(try await company.audited("customer", call.customerID).last == "phone-shown")
        company.clock.advance(days: 1)
        _ = try await company.browser(signedInAs: .agent).sheet(call)
        #expect(try await noted() == 2)
    }
}
