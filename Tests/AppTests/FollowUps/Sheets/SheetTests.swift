import Forms
import Rulebooks
import Testing

@testable import App

@Suite("The phone follow-up sheet")
struct SheetTests {
    @Test("leads through the call: who, what is known, what to say, what to ask (FUP-1)")
    func briefing() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall("HF-1")
        _ = try await company.assign(.technician, to: call.projectID)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.record(.busy, of: call)
        let page = try await browser.get(Paths.sheet(call.id))
        let questionnaire = try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
        let names: [ScriptName: String] = [.agent: "陈静", .company: TestCompany.name, .customer: "王建国先生"]
        let known = [
            "王建国先生", "HF-1", "郑凯", company.words()("attempt.outcome.busy"), "2026年11月2日", "已过期 6 天",
            questionnaire.opening.spoken(in: .simplified, names), questionnaire.closing.spoken(in: .simplified, names),
        ]
        for words in known + questionnaire.questions.map({ $0.text[.simplified] }) {
            #expect(page.text.contains(words), "\(words) is not on the sheet")
        }
        let phone = try #require(try page.find("//a[starts-with(@href, 'tel:')]").first)
        #expect(phone.text.count == 11 && !phone.text.contains("*"))
        #expect(try page.find("//input[@name='overall']").map { $0["value"] } == ["5", "4", "3", "2", "1", "0", ""])
        #expect(try page.has("//form[@data-autosave='\(Paths.draft(call.id))']"))
    }

    @Test("says so outside the call hours, and names the next ones (CAD-3)")
    func outsideHours() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let inside = try await company.browser(signedInAs: .agent).get(Paths.sheet(call.id))
        #expect(!inside.text.contains("现在不在通话时段"))
        company.clock.advance(hours: 2)
        let outside = try await company.browser(signedInAs: .agent).get(Paths.sheet(call.id))
        #expect(outside.text.contains("下一个时段：15:00。"))
    }

    @Test("a negative answer demands a remark; all else that was typed is kept (FUP-4, UX-2)")
    func negativeAnswers() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let typed: [String: Typed] = [
            "q.work-started": "no", "q.crew-attitude": "very-dissatisfied", "q.private-money": "yes",
            "q.private-money.remark": "有人私下要红包", "q.private-money.problem": "yes", "q.safety": "yes",
            "q.inspector-contacts": "３", "overall": "0", "customerWords": "第一行\n第二行", "agentNote": "很生气",
            "problem": "红包",
        ]
        let page = try await browser.submit(browser.sheet(call), typed)
        try expectErrors(page, about: "q.work-started.remark")
        try expectErrors(page, about: "q.crew-attitude.remark")
        #expect(try page.errorTargets().count == 2)
        let form = try page.form(Paths.sheet(call.id))
        for (field, value) in typed { #expect(form[field]?.values == value.values, "\(field)") }
        #expect(try await company.number("SELECT count(*) FROM sheet") == 0)
        #expect(try await company.state(call.id) == .overdue)
        let done = try await browser.submit(
            form, ["q.work-started.remark": "还没来", "q.crew-attitude.remark": "骂人"])
        #expect(done.path == Paths.followUp(call.id))
        #expect(try await company.state(call.id) == .done)
    }

    @Test("a remark to an answer that is not negative any more is not kept")
    func remarkOfAnotherAnswer() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.submit(
            browser.sheet(call),
            ["q.work-started": "yes", "q.work-started.remark": "先点错了", "q.work-started.problem": "yes"])
        let record = try await browser.get(Paths.record(call.id))
        #expect(!record.text.contains("先点错了"))
        #expect(try !record.has("//dl//*[contains(@class, 'badge-overdue')]"))
    }

    @Test("0 is a rating, and not rated is none (FUP-3)", arguments: [("0", "极差，再也不会选择我们"), ("", "未评")])
    func ratings(rating: String, meaning: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.submit(browser.sheet(call), ["overall": Typed(rating), "customerWords": "就这样"])
        let record = try await browser.get(Paths.record(call.id))
        let overall = try #require(
            try record.find("//dl/div[dt='总体评价']/dd").first?.text)
        #expect(overall.contains(meaning), "\(overall)")
        #expect(overall.contains("0") == (rating == "0"), "\(overall)")
        #expect(
            try await company.number("SELECT count(*) FROM sheet_revision WHERE content LIKE '%overall%'")
                == (rating == "0" ? 1 : 0))
    }

    @Test("a rating of 0 alone is a filled sheet")
    func onlyZero() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await browser.submit(browser.sheet(call), ["overall": "0"]).path == Paths.followUp(call.id))
        #expect(try await company.state(call.id) == .done)
    }

    @Test(
        "an empty sheet is refused and says what to do instead",
        arguments: [[:], ["customerWords": "　\n\t"], ["overall": ""]])
    func empty(typed: [String: String]) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.submit(browser.sheet(call), typed.mapValues { Typed($0) })
        #expect(page.status == 422)
        #expect(page.errors == [company.words()("error.nothing-answered")])
        #expect(try await company.state(call.id) == .overdue)
    }

    @Test("a problem that was described, or an answer kept as one, stays marked on the record (FUP-4)")
    func problems() async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.submit(
            browser.sheet(call),
            [
                "q.left-to-solve": "yes", "q.left-to-solve.remark": "厨房漏水", "q.left-to-solve.problem": "yes",
                "q.work-started": "no", "q.work-started.remark": "晚了两天", "problem": "请派人看漏水",
            ])
        let record = try await browser.get(Paths.record(call.id))
        let marked = try record.find("//dl/div[.//*[contains(@class, 'badge-overdue')]]").map(\.text)
        #expect(marked.count == 1 && marked.first?.contains("厨房漏水") == true, "\(marked)")
        #expect(try record.find("//dl/div[dt='待解决的问题']/dd").first?.text == "请派人看漏水")
    }

    @Test(
        "is its agent's alone: nobody else opens, fills or keeps it (FUP-5, ACC-2)",
        arguments: [Staff.agent2, .admin, .manager])
    func others(one: Staff) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: one)
        let page = try await browser.get(Paths.sheet(call.id))
        #expect(page.status == 403)
        #expect(page.mainText.contains(company.words()(one == .agent2 ? "refusal.other-agent" : "refusal.role")))
        let sent = [(name: "submission", value: SubmissionID.random().text), (name: "overall", value: "5")]
        #expect(try await browser.post(Paths.sheet(call.id), sent).status == 403)
        #expect(try await browser.post(Paths.draft(call.id), sent).status == 403)
        #expect(
            try await company.number("SELECT (SELECT count(*) FROM sheet) + (SELECT count(*) FROM sheet_draft)") == 0)
    }
}
