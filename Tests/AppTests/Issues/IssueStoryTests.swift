import Forms
import Foundation
import Testing

@testable import App

@Suite("An issue goes its way from the call to the verified closing (ISS-1, ISS-4)")
struct IssueStoryTests {
    @Test("the caller's number finds the customer; each step is for whoever it belongs to, and stands in the story")
    func wholeWay() async throws {
        let company = try await TestCompany()
        _ = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let manager = try await company.browser(signedInAs: .manager)
        try await agent.get(Paths.issues)
        try await agent.follow("登记问题")
        try await agent.submit(agent.page.form(Paths.newIssue), ["caller": "138 1234 5678"])
        #expect(agent.page.text.contains("王建国"))
        try await agent.submit(
            agent.page.form(Paths.issues), ["words": "厨房水槽漏水，地板泡了", "category": "repair", "kind": "complaint"])
        #expect(agent.page.heading.contains("WT20261123-01") && agent.page.heading.contains("待转办"))
        let issue = Paths.issue(1)
        let referral = try agent.page.form(Paths.issueStep(1, .referral))
        #expect(referral["referral-department"]?.value == "maintenance", "the category decides the department (ISS-2)")
        try await agent.submit(referral)
        #expect(!agent.page.html.contains(Paths.issueStep(1, .acceptance)), "accepting is the department's")
        try await manager.get(Paths.issueBoard)
        try await manager.follow("WT20261123-01")
        try await manager.submit(manager.page.form(Paths.issueStep(1, .acceptance)))
        try await manager.submit(
            manager.page.form(Paths.issueStep(1, .answer)), ["answer-text": "今天下午派人上门"])
        try await manager.submit(
            manager.page.form(Paths.issueStep(1, .solution)), ["solution-text": "更换阀芯，地板已更换"])
        try await agent.get(issue)
        try await agent.submit(
            agent.page.form(Paths.issueStep(1, .verification)), ["verification-content": "yes"])
        try await agent.submit(agent.page.form(Paths.issueStep(1, .closing)))
        #expect(agent.page.heading.contains("已结案"))
        for told in ["陈静 转办：", "冯雪 受理", "冯雪 答复客户", "今天下午派人上门", "更换阀芯", "陈静 向客户核实：已解决", "陈静 结案"] {
            #expect(agent.page.text.contains(told), "\(told) is part of the story")
        }
        #expect(try await company.number("SELECT is_key FROM customer WHERE id = 1") == 1, "who complains (ARC-1)")
        #expect(try await company.number("SELECT count(*) FROM issue_event WHERE issue_id = 1") == 7)
    }

    @Test("a customer who is not content opens it again, and the department goes on; the first clock is not reset")
    func notContent() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let before = try await company.whole(id).clock.deadlines.first { $0.kind == .answer }?.dueAt
        company.clock.advance(hours: 2)
        try await company.take(IssueActionInput(action: .solution, text: "已修"), on: id, as: .manager)
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.issue(id)).form(Paths.issueStep(id, .verification))
        let refused = try await agent.submit(form, ["verification-content": "no"])
        #expect(refused.status == 422, "who is not content says why")
        try await agent.submit(
            refused.form(Paths.issueStep(id, .verification)),
            ["verification-content": "no", "verification-text": "还在滴水"])
        #expect(agent.page.heading.contains("重新打开"))
        #expect(try await company.whole(id).clock.deadlines.first { $0.kind == .answer }?.dueAt == before)
        try await company.take(IssueActionInput(action: .solution, text: "换了阀门"), on: id, as: .manager)
    }

    @Test("another department's manager neither sees nor accepts it; handed back it is its taker's again")
    func otherDepartment() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue(to: "design")
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.issue(id)).status == 404)
        try await company.move(.manager, to: "design")
        let own = try await company.browser(signedInAs: .manager)
        try await own.get(Paths.issue(id))
        let form = try own.page.form(Paths.issueStep(id, .handingBack))
        try await own.submit(form, ["handing-back-text": "不是设计的问题"])
        let whole = try await company.whole(id)
        #expect(whole.issue.state == .new && whole.issue.department == nil)
        #expect(whole.steps.last?.text == "不是设计的问题")
    }

    @Test("two managers at once: the second is told, and what was typed is not lost")
    func tooLate() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.issue(id)).form(Paths.issueStep(id, .acceptance))
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .admin)
        let page = try await manager.submit(form, ["acceptance-text": "我来处理这件事"])
        #expect(page.status == 409 && page.text.contains("已经有人做过") && page.text.contains("我来处理这件事"))
    }

    @Test("a time in the past is no promise")
    func promises() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.issue(id)).form(Paths.issueStep(id, .promise))
        let page = try await manager.submit(
            form,
            [
                "promise-promised.date": "2026-11-23", "promise-promised.time": "09:00", "promise-text": "给出方案",
            ])
        #expect(page.status == 422 && page.text.contains("约定的时间已经过了"))
        #expect(try page.form(Paths.issueStep(id, .promise))["promise-text"]?.value == "给出方案")
        try await manager.submit(
            page.form(Paths.issueStep(id, .promise)), ["promise-promised.time": "16:00"])
        #expect(manager.page.text.contains("约定 2026年11月23日 16:00 答复"))
    }

    @Test("departments that disagree get a ruling of the office (ISS-8), and only from there")
    func ruling() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .dispute, text: "应由设计部负责"), on: id, as: .manager)
        await #expect(throws: Refusal.forbidden("not-your-issue")) {
            try await company.take(
                IssueActionInput(action: .ruling, text: "", department: "design"), on: id, as: .manager)
        }
        let admin = try await company.browser(signedInAs: .admin)
        try await admin.get(Paths.issueBoard)
        try await admin.get(Paths.issue(id))
        try await admin.submit(
            admin.page.form(Paths.issueStep(id, .ruling)), ["ruling-department": "design", "ruling-text": "图纸有误"])
        #expect(try await company.whole(id).issue.department == "design")
        #expect(admin.page.text.contains("图纸有误"))
    }

    @Test("money is given to a customer only when somebody answers for it (ISS-6)")
    func compensation() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance), on: id, as: .manager)
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.issue(id)).form(Paths.issueStep(id, .triage))
        let typed: [String: Typed] = ["triage-ours": "yes", "triage-text": "道歉，赔地板", "triage-amount": "300"]
        let page = try await manager.submit(form, typed)
        #expect(page.status == 422)
        let executive = Typed(String(try company.member(.executive).id))
        try await manager.submit(page.form(Paths.issueStep(id, .triage)), ["triage-approver": executive])
        #expect(manager.page.text.contains("300.00") && manager.page.text.contains("孙磊 批准"))
    }

    @Test("the step that everybody waits for stands open, and nothing does where there is none")
    func nextStep() async throws {
        let company = try await TestCompany()
        let id = try await company.referredIssue()
        let manager = try await company.browser(signedInAs: .manager)
        let agent = try await company.browser(signedInAs: .agent)
        func open(_ person: Browser) async throws -> [String] {
            let page = try await person.get(Paths.issue(id))
            return try IssueAction.allCases.map { Paths.issueStep(id, $0) }.filter { path in
                try page.has("//section/div/form[@action='\(path)']")
            }
        }
        #expect(try await open(agent).isEmpty, "it is the department's turn")
        let way: [(IssueAction, Staff)] = [
            (.acceptance, .manager), (.answer, .manager), (.solution, .manager), (.verification, .agent),
            (.closing, .agent),
        ]
        for (action, one) in way {
            #expect(try await open(one == .agent ? agent : manager) == [Paths.issueStep(id, action)])
            try await company.take(IssueActionInput(action: action, text: "已办", answer: "yes"), on: id, as: one)
        }
        #expect(try await open(agent).isEmpty, "what is closed is not opened again by accident")
    }
}
