import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

@Suite("A customer says what they think by a link (FBK-1 to FBK-4)")
struct FeedbackTests {
    @Test("from the agent's click to the issue on the manager's board")
    func wholeWay() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.project(project))
        try await agent.follow("反馈与链接")
        try await agent.submit(agent.page.form(Paths.feedbackLinks(project: project)))
        let address = try #require(try agent.page.find("//input[@readonly]").first?["value"])
        let token = String(try #require(address.split(separator: "/").last))
        #expect(try agent.page.has("//*[local-name()='svg']//*[local-name()='path']"))
        let (customer, form) = try await company.customer(at: token)
        #expect(try !customer.page.has("//input[@checked]"), "no rating is preset")
        let page = try await customer.submit(
            form, ["quality": "2", "overall": "4", "problems": "卫生间门关不严", "wants-call": "yes", "call-when": "周六上午"])
        #expect(page.heading.contains("谢谢您") && page.text.contains("FK20261123-01"))
        #expect(page.text.contains("卫生间门关不严") && page.text.contains("24 小时内会有人答复您"))
        try await agent.get(Paths.project(project))
        try await agent.follow("FK20261123-01")
        #expect(agent.page.text.contains("2 · 不满意"))
        try await agent.follow("查看转办的问题")
        #expect(
            try await company.number("SELECT owner_id FROM issue") == company.member(.agent).id.number,
            "the agent of the project sees it through")
        #expect(agent.page.text.contains("评分偏低：施工与产品质量 2") && agent.page.text.contains("客户希望回电：周六上午"))
        try await agent.submit(
            agent.page.form(Paths.issueStep(1, .referral)), ["referral-department": "maintenance"])
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.issueBoard).text.contains("卫生间门关不严"))
        #expect(
            try await company.number("SELECT count(*) FROM project WHERE id = \(project)") == 1, "nothing is closed")
    }

    @Test(
        "good words alone raise nothing; what is low, wrong or wished for does",
        arguments: [
            (["overall": "3", "suggestions": "都好"], 0), (["cleaning": "0"], 1), (["problems": "漏水"], 1),
            (["wants-call": "yes"], 1),
        ] as [([String: Typed], Int)])
    func issues(_ typed: [String: Typed], _ expected: Int) async throws {
        let company = try await TestCompany()
        let (customer, form) = try await company.customer(at: try await company.link().token)
        try await customer.submit(form, typed)
        #expect(try await company.number("SELECT count(*) FROM feedback") == 1)
        #expect(try await company.number("SELECT count(*) FROM issue WHERE source = 'feedback'") == expected)
    }

    @Test("a form that says nothing, or too much, is shown again with all that was typed")
    func badInput() async throws {
        let company = try await TestCompany()
        let (customer, form) = try await company.customer(at: try await company.link().token)
        let empty = try await customer.submit(form)
        #expect(empty.status == 422 && empty.text.contains("请至少选一项"))
        let long = String(repeating: "很", count: 2_001)
        let again = try await customer.submit(empty.form(form.action), ["problems": Typed(long), "design": "5"])
        #expect(again.status == 422 && again.html.contains(long))
        #expect(try again.has("//input[@name='design'][@value='5'][@checked]"))
        #expect(try await company.number("SELECT count(*) FROM feedback") == 0)
    }

    @Test("who says that nothing applies has said nothing")
    func nothing() async throws {
        let company = try await TestCompany()
        let (customer, form) = try await company.customer(at: try await company.link().token)
        let page = try await customer.submit(form, ["design": ""])
        #expect(page.status == 422 && page.errors == ["还没有填写。请至少选一项评分，或写几句话"])
        company.clock.advance(seconds: 20)
        try await customer.submit(page.form(form.action), ["overall": "4"])
        #expect(try await company.number("SELECT count(*) FROM feedback_content WHERE recommends IS NULL") == 1)
    }

    @Test("opening it never uses it up; sent twice it is there once, and the customer sees the thanks again")
    func twice() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        for _ in 0..<5 { #expect(try await company.browser().get(Paths.feedback(token)).status == 200) }
        let (customer, form) = try await company.customer(at: token)
        for _ in 0..<2 {
            let page = try await customer.submit(form, ["overall": "5"])
            #expect(page.heading.contains("谢谢您"))
        }
        #expect(try await customer.get(Paths.feedback(token)).heading.contains("谢谢您"))
        #expect(try await company.number("SELECT count(*) FROM feedback") == 1)
    }

    @Test("for a day the customer reads and adds to the answer; then no more, and what was typed is not lost")
    func additions() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        try await customer.submit(form, ["overall": "5", "suggestions": "灯再亮一点"])
        let adding = try customer.page.form(Paths.feedbackAdditions(token))
        #expect(try await customer.submit(adding).status == 422)
        let page = try await customer.submit(adding, ["words": "门有一条缝"])
        #expect(page.text.contains("门有一条缝"))
        #expect(try await company.number("SELECT count(*) FROM issue WHERE words = '门有一条缝'") == 1)
        company.clock.advance(hours: 24)
        let late = try await customer.submit(try page.form(Paths.feedbackAdditions(token)), ["words": "还有一句"])
        #expect(late.status == 409 && late.text.contains("还有一句") && !late.text.contains("灯再亮一点"))
        #expect(try await !customer.get(Paths.feedback(token)).text.contains("灯再亮一点"))
    }

    @Test("what is added to an answer that a department deals with reaches it; once that is closed, it comes up anew")
    func additionsToAnIssue() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        try await customer.submit(form, ["problems": "卫生间门关不严"])
        let add = { (words: String) in
            try await customer.get(Paths.feedback(token))
            try await customer.submit(
                try customer.page.form(Paths.feedbackAdditions(token)), ["words": Typed(words)])
        }
        _ = try await add("门下面还有一条缝")
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await admin.get(Paths.issue(1))
        #expect(try page.find("//p[contains(@class,'story')]").map(\.text) == ["卫生间门关不严", "门下面还有一条缝"])
        #expect(page.text.contains("客户补充"))
        #expect(try await company.number("SELECT count(*) FROM issue") == 1)
        try await company.database.write { db in
            try db.execute(sql: "UPDATE issue SET state = 'closed', is_open = 0")
        }
        _ = try await add("又坏了")
        #expect(try await company.number("SELECT count(*) FROM issue WHERE words = '又坏了'") == 1)
        #expect(try await customer.get(Paths.feedback(token)).text.contains("又坏了"))
    }

    @Test("the form that has come in ends the wait for it (FBK-4)")
    func missing() async throws {
        let company = try await TestCompany()
        let done = MilestoneDates(planned: nil, actual: Day("2026-11-01"))
        let customer = try await company.registerCustomer()
        let project = try await company.registerProject("HF-1", of: customer, milestones: [.warrantyProcedure: done])
        let owed = "SELECT count(*) FROM follow_up WHERE stage = 'missing-feedback' AND state = 'owed'"
        #expect(try await company.number(owed) == 1)
        let (browser, form) = try await company.customer(at: try await company.link(for: project).token)
        try await browser.submit(form, ["overall": "5"])
        #expect(try await company.number(owed) == 0)
    }

    @Test("a paper form is entered with its channel and its day (FBK-5)")
    func paper() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.newFeedback(project: project)).form(Paths.projectFeedback(project))
        let refused = try await agent.submit(form, ["overall": "4", "received-on": "2026-11-24"])
        #expect(refused.status == 422, "neither a channel, nor a day that has come")
        try await agent.submit(
            refused.form(Paths.projectFeedback(project)), ["channel": "letter", "received-on": "2026-11-20"])
        #expect(agent.page.text.contains("信件") && agent.page.text.contains("4 · 满意"))
        #expect(try await company.number("SELECT entered_by FROM feedback") == company.member(.agent).id.number)
    }
}
