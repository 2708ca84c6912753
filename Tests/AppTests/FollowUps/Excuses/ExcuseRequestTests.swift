import Forms
import Testing

@testable import App

@Suite("An agent asks that a call be excused, and an administrator decides (CAD-2, CAD-4)")
struct ExcuseRequestTests {
    private func asked(_ company: TestCompany) async throws -> FollowUp {
        let call = try await company.owedCall("HF-1")
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.followUp(call.id)).form(Paths.excuseRequests(call.id))
        try expectErrors(try await agent.submit(form, ["reason": " "]), about: "reason")
        let page = try await agent.submit(form, ["reason": "客户已退单"])
        #expect(page.notice == company.words()("notice.excuse-requested"))
        #expect(page.text.contains(company.words()("excuse-request.waiting")))
        #expect(throws: NotShown.self) { try page.form(Paths.excuseRequests(call.id)) }
        return call
    }

    /// The administrator's page of the call, from the list on their day.
    private func decide(_ company: TestCompany, _ call: FollowUp) async throws -> Browser {
        let admin = try await company.browser(signedInAs: .admin)
        let today = try await admin.get(Paths.today)
        #expect(try today.rows().contains { $0.contains("HF-1") && $0.contains("陈静") && $0.contains("客户已退单") })
        try await admin.get(try today.link(Paths.followUp(call.id)))
        return admin
    }

    @Test("until it is decided the call stays on the agent's list")
    func pending() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        #expect(try await company.call(call.id).state == .owed)
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).projectNumbers() == ["HF-1"])
        await #expect(throws: Refusal.conflict("asked-already")) {
            try await company.followUps.askToExcuse(
                call.id, because: "再问一次", by: try company.member(.agent), .random(), try company.stamp(.agent))
        }
    }

    @Test("agreed to, it is excused for the agent's reason, and leaves the administrator's list")
    func approved() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        let admin = try await decide(company, call)
        let page = try await admin.submit(admin.page.forms.first { $0.action.hasSuffix("/approval") }.orFail())
        #expect(page.notice == company.words()("notice.follow-up-excused"))
        #expect(try await company.call(call.id).excusedBecause == "客户已退单")
        #expect(page.text.contains("周敏 标为不需要") && page.text.contains("陈静 申请不做"))
        #expect(try await admin.get(Paths.today).rows().isEmpty)
        #expect(try await company.audited("follow-up", call.id).suffix(2) == ["excuse-requested", "follow-up-excused"])
    }

    @Test("refused, it stays owed, and the agent reads why")
    func refused() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        let admin = try await decide(company, call)
        let form = try admin.page.forms.first { $0.action.hasSuffix("/refusal") }.orFail()
        try expectErrors(try await admin.submit(form, ["answer": ""]), about: "answer")
        try await admin.submit(form, ["answer": "只退了一半，还要回访"])
        #expect(try await company.call(call.id).state == .owed)
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.followUp(call.id))
        #expect(page.text.contains("只退了一半，还要回访"))
        _ = try page.form(Paths.excuseRequests(call.id))
        let again = [("submission", SubmissionID.random().text), ("answer", "再说一遍")]
        #expect(try await admin.post(form.action, again).status == 409, "it is decided already")
    }

    @Test("nobody decides their own wish, nor excuses their own call, in whatever role")
    func own() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        let request = try #require(try await company.database.read(FollowUpStore.pendingExcuses).first)
        let both = MemberFacts(name: "陈静", username: Username(typed: "agent"), roles: [.agent, .administrator])
        _ = try await company.app.memberStore.correct(
            try company.member(.agent).id, to: both, version: 1, .random(), try company.stamp(.admin))
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.followUp(call.id))
        let decisions = [Paths.excuse(call.id), Paths.excuseApproval(request.id), Paths.excuseRefusal(request.id)]
        #expect(page.forms.filter { decisions.contains($0.action) }.isEmpty)
        for path in decisions {
            let fields = [("submission", SubmissionID.random().text), ("reason", "不用做了"), ("answer", "不用做了")]
            #expect(try await browser.post(path, fields).status == 403, "\(path)")
        }
        #expect(try await company.call(call.id).state == .owed)
    }

    @Test("a call that was made meanwhile needs no answer any more")
    func madeMeanwhile() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        let request = try #require(try await company.database.read(FollowUpStore.pendingExcuses).first)
        try await company.fillSheet(of: call, saying: "其实没退")
        #expect(try await company.database.read(FollowUpStore.pendingExcuses).isEmpty)
        let admin = try company.member(.admin)
        await #expect(throws: Refusal.conflict("decided-already")) {
            try await company.followUps.approveExcuse(request.id, by: admin, .random(), try company.stamp(.admin))
        }
        #expect(try await company.state(call.id) == .done)
    }

    @Test("when the plan drops a call that somebody asked about, the question goes with it")
    func planChanged() async throws {
        let company = try await TestCompany()
        let call = try await asked(company)
        try await company.database.write { db in try PlanStore.delete(db, call.id) }
        #expect(try await company.database.read(FollowUpStore.pendingExcuses).isEmpty)
    }
}

extension Optional {
    /// The value, or a failure of the test that says so.
    fileprivate func orFail() throws -> Wrapped {
        guard let self else { throw NotShown("nothing of the kind is shown") }
        return self
    }
}
