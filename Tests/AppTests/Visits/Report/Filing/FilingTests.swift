import Forms
import Rulebooks
import Testing

@testable import App

@Suite("Filing a report")
struct FilingTests {
    private static let damaged: [String: Typed] = [
        "put-back": "yes", "cleaned": "no", "damage": "碰掉一块墙皮", "compensation": "30.5",
    ]

    @Test("stores everything that was said, and closes an order that is done and paid (SVC-3)")
    func whole() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        let page = try await technician.report([
            .site: Self.damaged, .outcome: ["outcome": "fixed", "declined-wishes": "想顺便装灯"],
        ])
        #expect(page.path == Paths.visit(sent.visit))
        #expect(page.notice == "服务单已提交。")
        let filed = try #require(try await company.reports.filed(sent.visit))
        #expect(filed.report.outcome == .fixed)
        #expect(filed.report.arrived.description == "2026-11-23T10:30")
        #expect(filed.report[.arrival, ArrivalForm.badge] == "A-17")
        #expect(
            filed.report.answers[.site] == [
                "put-back": ["yes"], "cleaned": ["no"], "damage": ["碰掉一块墙皮"], "compensation": ["30.50"],
            ])
        #expect(filed.report[.outcome, OutcomeForm.declinedWishes] == "想顺便装灯")
        #expect(filed.confirmation?.rating == 5)
        #expect(try await company.text("SELECT state FROM visit") == "reported")
        #expect(try await company.orderState(sent.order) == .closed)
        #expect(try await company.audited("visit", sent.visit).suffix(2) == ["report-confirmed", "report-filed"])
    }

    @Test("shows every answer, step by step, as its form calls it")
    func shown() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        let page = try await technician.report([
            .site: Self.damaged, .outcome: ["outcome": "fixed", "declined-wishes": "想顺便装灯"],
        ])
        #expect(
            try page.find("//section[h2[.='上门服务单']]/dl/div").map(\.text) == [
                "结果已解决", "超出本单、已婉拒的要求想顺便装灯", "到场时间2026年11月23日 10:30", "离场时间2026年11月23日 10:30",
                "工牌号A-17", "检查情况阀芯老化，关不严", "处理过程更换阀芯，试水一刻钟不漏", "是否在保保修期外",
                "认定依据合同约定保修到 2025年11月23日，客户 2026年11月23日 提出", "移动的物品已复位是", "现场已清理否",
                "损坏了客户的什么碰掉一块墙皮", "赔偿金额¥30.50", "照片0 张照片",
            ])
    }

    @Test("without the customer's word does not happen")
    func unsigned() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        let overview = try await technician.fillAll()
        #expect(try !overview.has("//form[@action='\(Paths.reportFiling(technician.sent.visit))']"))
        let version = try await company.number("SELECT version FROM service_report")
        let page = try await technician.browser.post(
            Paths.reportFiling(technician.sent.visit),
            [("submission", SubmissionID.random().text), ("version", String(version))])
        #expect(page.status == 409)
        #expect(page.text.contains("客户还没有确认"))
        #expect(page.text.contains("更换阀芯"), "what was saved is there to look at")
    }

    @Test("of what was not fixed sends the order back to be dispatched, with the customer's wish (SVC-5)")
    func notFixed() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await Technician(company, sent).report([
            .outcome: ["outcome": "not-fixed", "because": "缺配件", "explained": "yes", "next-visit": "周六上午"]
        ])
        #expect(try await company.orderState(sent.order) == .approved)
        #expect(try await company.text("SELECT wish FROM further_visit") == "周六上午")
        let filed = try #require(try await company.reports.filed(sent.visit))
        #expect(filed.report.answers[.outcome]?[OutcomeForm.isExplained.definition.name] == ["yes"])
        #expect(try await company.number("SELECT count(*) FROM project_event") == 0)
    }

    @Test("of an absent customer does the same, and needs no signature")
    func absent() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let page = try await Technician(company, sent).reportAbsent()
        #expect(page.path == Paths.visit(sent.visit))
        #expect(try await company.orderState(sent.order) == .approved)
        #expect(try await company.text("SELECT outcome FROM service_report") == "absent")
        #expect(try await company.text("SELECT wish FROM further_visit") == "周六上午")
    }

    @Test("of a customer who declined closes the order, and nobody is asked about it")
    func declined() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await Technician(company, sent).report([.outcome: ["outcome": "declined", "because": "自己修好了"]])
        #expect(try await company.orderState(sent.order) == .closed)
        #expect(try await company.number("SELECT count(*) FROM project_event") == 0)
    }

    @Test("by two technicians of one order waits for both before the order closes")
    func twoTechnicians() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await company.makeTechnician(.agent2)
        let second = SentVisit(
            visit: try await company.insertVisit(of: sent.order, to: .agent2), order: sent.order, project: sent.project)
        try await Technician(company, sent).report()
        #expect(try await company.orderState(sent.order) != .closed)
        let page = try await Technician(company, second, as: .agent2).report()
        #expect(page.path == Paths.visit(second.visit))
        #expect(try await company.orderState(sent.order) == .closed)
    }

    @Test("a visit that two people report is filed once; the second is told, and sees what was filed")
    func twice() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(to: nil)
        let one = try await Technician(company, sent, as: .agent)
        let other = try await Technician(company, sent, as: .agent2)
        try await one.fillAll()
        let step = try await other.browser.get(other.path(.finding)).form(other.path(.finding))
        try await one.sign()
        try await one.file()
        let kept = try await other.browser.submit(step, ["finding": "我看到的是另一处"])
        #expect(kept.status == 409)
        #expect(kept.text.contains("已经提交，不能再改") && kept.text.contains("我看到的是另一处"))
        #expect(try await company.number("SELECT count(*) FROM service_report WHERE answers LIKE '%另一处%'") == 0)
    }

    @Test("an order that was cancelled while the technician reports: said, and nothing is lost")
    func cancelled() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        try await technician.fillAll()
        try await technician.sign()
        let overview = try await technician.browser.get(Paths.report(sent.visit))
        let step = try await technician.browser.get(technician.path(.finding)).form(technician.path(.finding))
        try await company.cancel(sent.order)
        let kept = try await technician.browser.submit(step, ["finding": "又发现一处"])
        #expect(kept.status == 409)
        #expect(kept.text.contains("已经取消") && kept.text.contains("又发现一处"))
        let page = try await technician.browser.submit(overview.form(Paths.reportFiling(sent.visit)))
        #expect(page.status == 409)
        #expect(page.text.contains("已经取消") && page.text.contains("更换阀芯"))
        let draft = try await technician.browser.get(Paths.report(sent.visit))
        #expect(draft.text.contains("更换阀芯"))
        #expect(!draft.links.contains { $0["href"] == technician.path(.finding) })
        #expect(try await technician.browser.get(technician.path(.finding)).path == Paths.report(sent.visit))
    }

    @Test("a visit that was withdrawn meanwhile: the same")
    func withdrawn() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        try await technician.fillAll()
        let step = try await technician.browser.get(technician.path(.site)).form(technician.path(.site))
        try await company.withdraw(sent.visit)
        let kept = try await technician.browser.submit(step, ["damage": "无"])
        #expect(kept.status == 409)
        #expect(kept.text.contains("已经撤回"))
        let draft = try await technician.browser.get(Paths.report(sent.visit))
        #expect(draft.text.contains("已经撤回") && draft.text.contains("更换阀芯"))
    }

    @Test("is final: nothing of a filed report can be changed")
    func final() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        try await technician.report()
        for path in [Paths.report(sent.visit), technician.path(.finding), Paths.reportConfirmation(sent.visit)] {
            #expect(try await technician.browser.get(path).path == Paths.visit(sent.visit), "\(path)")
        }
        let before = try await company.text("SELECT draft FROM service_report")
        for step in ReportStep.allCases where step.hasForm {
            let sentAgain = Technician.usual(step).map { (name: $0.key, value: $0.value.values[0]) }
            _ = try await technician.browser.post(
                technician.path(step), [("submission", SubmissionID.random().text), ("version", "1")] + sentAgain)
        }
        #expect(try await company.text("SELECT draft FROM service_report") == before)
    }
}
