import Forms
import Rulebooks
import Testing

@testable import App

@Suite("The main job, from the customer to the filled sheet")
struct MainJobTests {
    @Test("a customer and a project are registered, the call is owed, made, and on record (ARC-3, CAD-2, FUP-1)")
    func wholeJob() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        try await registerCustomer(company, browser)
        let project = try await registerProject(browser)
        let stages = try project.find("//ol[@class='timeline']/li[contains(@class, 'moment-follow-up')]").map(\.text)
        #expect(stages.count { $0.contains("前期回访") } == 1)
        #expect(stages.first { $0.contains("前期回访") }?.contains("2026年11月20日 – 11月25日") == true, "\(stages)")
        #expect(stages.first { $0.contains("竣工前回访") }?.contains("2026年12月17日 – 12月20日") == true, "\(stages)")

        let today = try await browser.get(Paths.today)
        let row = try #require(try today.rows().first { $0.contains("HF-2026-88") })
        #expect(row.contains("王建国") && row.contains("还有 2 天"))
        #expect(row.contains("开工（2026年11月10日）后第 10 天起"), "why it is owed stands beside it: \(row)")
        #expect(try today.rows().count == 1, "what opens later is not on the list")

        let record = try await fillSheet(try await browser.follow(company.words()("today.call") + " 王建国 前期回访"), browser)
        for words in ["王建国", "HF-2026-88", "前期回访", "陈静", "师傅还没来", "请快点开工", "已联系项目经理", "不满意"] {
            #expect(record.text.contains(words), "\(words) is not on the record")
        }
        #expect(try await browser.get(Paths.today).rows().isEmpty)

        let moved = try await moveMilestones(project.path, browser)
        let later = try moved.find("//ol[@class='timeline']/li[contains(@class, 'moment-follow-up')]").map(\.text)
        #expect(
            later.first { $0.contains("竣工前回访") }?.contains("2027年1月12日 – 1月15日") == true, "what is owed moves: \(later)"
        )
        #expect(later.count { $0.contains("前期回访") } == 1)
        #expect(
            later.first { $0.contains("前期回访") }?.contains("2026年11月23日完成") == true, "what was done stays: \(later)")
    }

    private func registerCustomer(_ company: TestCompany, _ browser: Browser) async throws {
        try await browser.get(Paths.customers)
        let form = try await browser.follow(company.words()("customers.new")).form()
        let known = [try company.member(.agent).id, try company.member(.agent2).id].map(String.init)
        let card = try await browser.submit(
            form,
            [
                "name": "王建国", "form-of-address": "mr", "phones.0.number": "138 1234 5678", "address": "徐汇区漕溪路 1 号",
                "known-by": Typed(known),
            ])
        #expect(card.notice == company.words()("notice.customer-registered"))
        #expect(card.heading.contains("王建国先生"))
        try await browser.follow(company.words()("customers.no-projects.action", fallback: "projects.new"))
    }

    private func registerProject(_ browser: Browser) async throws -> ShownPage {
        let form = try browser.page.form()
        #expect(form["site-address"]?.value == "徐汇区漕溪路 1 号", "where the customer lives is offered")
        return try await browser.submit(
            form,
            [
                "number": "HF-2026-88", "kind": "renovation", "actual-contract": "2026-10-08",
                "actual-started": "2026-11-10", "planned-completed": "2026-12-20",
            ])
    }

    private func fillSheet(_ sheet: ShownPage, _ browser: Browser) async throws -> ShownPage {
        #expect(sheet.heading.contains("王建国先生"))
        #expect(sheet.text.contains("13812345678"), "who calls needs the number")
        #expect(sheet.text.contains("我是安居装饰的客服陈静"))
        let done = try await browser.submit(
            sheet.form(sheet.path),
            [
                "q.work-started": "no", "q.work-started.remark": "师傅还没来", "q.work-started.problem": "yes",
                "q.project-manager": "dissatisfied", "q.project-manager.remark": "电话没人接", "q.inspector-contacts": "3",
                "overall": "2", "customerWords": "请快点开工", "agentNote": "已联系项目经理",
            ])
        #expect(done.notice == browser.company.words()("notice.sheet-submitted"))
        return try await browser.follow(browser.company.words()("record.read"))
    }

    private func moveMilestones(_ project: String, _ browser: Browser) async throws -> ShownPage {
        try await browser.get(project)
        let form = try await browser.follow(browser.company.words()("milestones.edit")).form()
        return try await browser.submit(form, ["actual-started": "2026-11-02", "planned-completed": "2027-01-15"])
    }
}

extension Words {
    /// The sentence of a key, or of the key that stands for it.
    fileprivate func callAsFunction(_ key: String, fallback: String) -> String { optional(key) ?? self(fallback) }
}
