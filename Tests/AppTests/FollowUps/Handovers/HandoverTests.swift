import Forms
import Testing

@testable import App

@Suite("A customer who cannot be reached (CAD-4)")
struct HandoverTests {
    /// A call that was tried three times in vain.
    private func handedOver(_ company: TestCompany) async throws -> FollowUp {
        let call = try await company.owedCall("HF-1")
        let browser = try await company.browser(signedInAs: .agent)
        for outcome in [Attempt.Outcome.noAnswer, .busy] {
            #expect(try await browser.record(outcome, of: call).path == Paths.today)
            #expect(try await company.call(call.id).state == .owed)
        }
        try await browser.agree("hour", of: call)
        #expect(try await company.call(call.id).state == .owed, "call later is not in vain")
        let page = try await browser.record(.wrongNumber, of: call)
        #expect(page.path == Paths.followUp(call.id))
        #expect(try page.has("//main//*[contains(@class, 'badge-unreachable')]"))
        return call
    }

    @Test("the third attempt in vain hands the call to the administrators, off the agent's list")
    func thirdAttempt() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        #expect(try await company.state(call.id) == .unreachable)
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.today).rows().isEmpty)
        #expect(try await agent.get(Paths.followUp(call.id)).forms.filter(\.isInMain).isEmpty)
        #expect(try await agent.get(Paths.sheet(call.id)).status == 409)
        let admin = try await company.browser(signedInAs: .admin)
        let rows = try await admin.get(Paths.today).rows()
        #expect(rows.count == 1)
        #expect(rows.first?.contains("HF-1") == true && rows.first?.contains("已试 4 次") == true, "\(rows)")
        #expect(rows.first?.contains("陈静") == true, "whose call it was")
    }

    @Test("an administrator excuses it, with a reason that stays on record (CAD-2)")
    func excused() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        let admin = try await company.browser(signedInAs: .admin)
        let form = try await admin.get(Paths.followUp(call.id)).form(Paths.excuse(call.id))
        try expectErrors(try await admin.submit(form, ["reason": "　\n "]), about: "reason")
        let page = try await admin.submit(form, ["reason": "号码停机，客户已搬走"])
        #expect(page.notice == company.words()("notice.follow-up-excused"))
        #expect(page.text.contains("号码停机，客户已搬走"))
        #expect(try await company.state(call.id) == .notApplicable)
        #expect(try await company.audited("follow-up", call.id).last == "follow-up-excused")
        #expect(try await admin.get(Paths.today).rows().isEmpty)
        #expect(throws: NotShown.self) { try page.form(Paths.excuse(call.id)) }
    }

    @Test("an administrator puts it back, and attempts are counted anew")
    func putBack() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        let admin = try await company.browser(signedInAs: .admin)
        company.clock.advance(minutes: 5)
        let page = try await admin.submit(
            admin.get(Paths.followUp(call.id)).form(Paths.reinstatement(call.id)))
        #expect(page.notice == company.words()("notice.follow-up-reinstated"))
        #expect(try await company.state(call.id) == .overdue)
        company.clock.advance(minutes: 5)
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.today).projectNumbers() == ["HF-1"])
        for _ in 0..<2 {
            try await agent.record(.noAnswer, of: call)
            #expect(try await company.call(call.id).state == .owed, "two since it was put back")
        }
        try await agent.record(.refused, of: call)
        #expect(try await company.call(call.id).state == .unreachable)
        #expect(try await company.call(call.id).attempts == 7, "nothing that was tried is forgotten")
    }

    @Test("an administrator puts it back on another agent's list, with a word for who calls (CAD-4)")
    func putBackElsewhere() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        let admin = try await company.browser(signedInAs: .admin)
        company.clock.advance(minutes: 5)
        let form = try await admin.get(Paths.followUp(call.id)).form(Paths.reinstatement(call.id))
        #expect(form["agent"]?.value == String(try company.member(.agent).id), "who had it is proposed")
        let other = Typed(String(try company.member(.agent2).id))
        try await admin.submit(form, ["agent": other, "note": "换了号码：13900001111"])
        #expect(try await company.call(call.id).agentID == (try company.member(.agent2).id))
        let agent2 = try await company.browser(signedInAs: .agent2)
        #expect(try await agent2.get(Paths.today).projectNumbers() == ["HF-1"])
        #expect(try await agent2.get(Paths.followUp(call.id)).text.contains("换了号码：13900001111"))
        #expect(try await agent2.get(Paths.sheet(call.id)).text.contains("换了号码：13900001111"))
    }

    @Test("a call whose agent has left is not put back on a list that nobody reads")
    func agentLeft() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        _ = try await company.app.memberStore.lock(
            try company.member(.agent).id, .random(), try company.stamp(.admin))
        let admin = try await company.browser(signedInAs: .admin)
        let form = try await admin.get(Paths.followUp(call.id)).form(Paths.reinstatement(call.id))
        #expect(form["agent"]?.value == "")
        try expectErrors(try await admin.submit(form), about: "agent")
        #expect(try await company.call(call.id).state == .unreachable)
    }

    @Test("an owed call is given to another agent, who sees why, and leaves the first one's list (CAD-4)")
    func givenAway() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall("HF-1")
        let admin = try await company.browser(signedInAs: .admin)
        let form = try await admin.get(Paths.followUp(call.id)).form(Paths.callHandover(call.id))
        #expect(form["agent"]?.options.contains(String(try company.member(.agent).id)) == false)
        try expectErrors(try await admin.submit(form, ["note": ""]), about: "agent")
        let other = Typed(String(try company.member(.agent2).id))
        let page = try await admin.submit(form, ["agent": other, "note": "客户要求女客服"])
        #expect(page.notice == company.words()("notice.call-handed-over"))
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).rows().isEmpty)
        let agent2 = try await company.browser(signedInAs: .agent2)
        #expect(try await agent2.get(Paths.today).projectNumbers() == ["HF-1"])
        #expect(try await agent2.get(Paths.followUp(call.id)).text.contains("客户要求女客服"))
    }

    @Test("what was excused can be put back too, and two administrators do not undo each other's work")
    func decidedMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await handedOver(company)
        let first = try await company.browser(signedInAs: .admin)
        let second = try await company.browser(signedInAs: .admin)
        let back = try await first.get(Paths.followUp(call.id)).form(Paths.reinstatement(call.id))
        let excuse = try await second.get(Paths.followUp(call.id)).form(Paths.excuse(call.id))
        try await second.submit(excuse, ["reason": "客户已搬走"])
        try await first.submit(back)
        #expect(try await company.call(call.id).state == .owed)
        let late = try await second.submit(
            try await second.get(Paths.followUp(call.id)).form(Paths.excuse(call.id)), ["reason": "再次确认已搬走"])
        #expect(late.status == 200)
        try await company.fillSheetAfterPuttingBack(call)
        #expect(
            try await first.post(Paths.reinstatement(call.id), [("submission", SubmissionID.random().text)]).status
                == 409)
        #expect(try await company.state(call.id) == .done)
    }
}

extension TestCompany {
    /// Puts a call back and makes it.
    fileprivate func fillSheetAfterPuttingBack(_ call: FollowUp) async throws {
        _ = try await followUps.reinstate(call.id, .random(), try stamp(.admin))
        try await fillSheet(of: call, saying: "终于打通了")
    }
}
