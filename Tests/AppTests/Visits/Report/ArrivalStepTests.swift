import Forms
import Testing

@testable import App

@Suite("The first step of a report: arrival")
struct ArrivalStepTests {
    @Test("is filled already with the moment of the tap, and says where one is")
    func tapped() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        company.clock.advance(minutes: 20)
        let page = try await technician.browser.get(technician.path(.arrival))
        let form = try page.form(technician.path(.arrival))
        #expect(form["arrived.date"]?.value == "2026-11-23")
        #expect(form["arrived.time"]?.value == "10:30")
        #expect(page.text.contains("第 1 步，共 7 步"))
        try await technician.fill(.arrival, ["met": "present"])
        #expect(technician.browser.page.path == technician.path(.finding))
        #expect(technician.browser.page.text.contains("第 2 步，共 7 步"))
    }

    @Test("after the order's deadline asks why, keeps what was typed, and takes it with a reason")
    func late() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(due: 4)
        company.clock.advance(hours: 5)
        let technician = try await Technician(company, sent)
        try await technician.arrive()
        let shown = try await technician.browser.get(technician.path(.arrival)).form(technician.path(.arrival))
        #expect(shown["late-because"] != nil)
        let page = try await technician.fill(.arrival, ["met": "present", "badge": "A-17"])
        #expect(page.status == 422)
        #expect(page.errors == ["到场晚于应到的时间，请写明原因"])
        let again = try page.form(technician.path(.arrival))
        #expect(again["badge"]?.value == "A-17")
        let taken = try await technician.browser.submit(again, ["late-because": "上一家没做完"])
        #expect(taken.path == technician.path(.finding))
    }

    @Test("of a second visit is not asked for the deadline that the first one has settled")
    func secondVisit() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(due: 4)
        let first = try await Technician(company, sent)
        try await first.report([.outcome: ["outcome": "not-fixed", "because": "缺配件"]])
        company.clock.advance(hours: 6)
        let again = SentVisit(
            visit: try await company.insertVisit(of: sent.order, to: .technician), order: sent.order,
            project: sent.project)
        let second = try await Technician(company, again)
        try await second.arrive()
        let shown = try await second.browser.get(second.path(.arrival)).form(second.path(.arrival))
        #expect(shown["late-because"] == nil)
        #expect(try await second.fill(.arrival, ["met": "present"]).path == second.path(.finding))
    }

    @Test("typed as late although the page did not ask gets the question, without scripts")
    func typedLate() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(hours: (9, 11))
        try await Technician(company, sent).arrive()
        company.clock.advance(hours: 2)
        let technician = try await Technician(company, sent)
        let page = try await technician.fill(.arrival, ["met": "present", "arrived.time": "11:40"])
        #expect(page.status == 422)
        #expect(try page.form(technician.path(.arrival))["late-because"] != nil)
    }

    @Test("within the agreed hours is not late")
    func inTime() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(hours: (9, 11))
        var technician = try await Technician(company, sent)
        try await technician.arrive()
        #expect(try await technician.fill(.arrival, ["met": "present", "arrived.time": "11:00"]).status == 422)
        company.clock.advance(hours: 1)
        technician = try await Technician(company, sent)
        let page = try await technician.fill(.arrival, ["met": "present", "arrived.time": "11:00"])
        #expect(page.path == technician.path(.finding))
    }

    @Test("lies neither in the future nor behind the departure")
    func impossible() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        var technician = try await Technician(company, sent)
        try await technician.fillAll()
        let future = try await technician.fill(.arrival, ["arrived.time": "23:00"])
        #expect(future.errors.contains { $0.contains("在现在之后") })
        company.clock.advance(hours: 3)
        technician = try await Technician(company, sent)
        let before = try await technician.fill(.arrival, ["arrived.date": "2001-01-01"])
        #expect(before.errors == ["客户 2026年11月23日 10:30 才提出，到场不能早于这个时间"])
        let behind = try await technician.fill(.arrival, ["arrived.time": "12:00"])
        #expect(behind.errors == ["到场时间晚于已填的离场时间，请核对"])
    }

    @Test("with nobody at home leaves only what is left to say (SVC-3a)")
    func absent() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let page = try await technician.fill(.arrival, ["met": "absent"])
        #expect(page.path == technician.path(.photographs))
        #expect(page.text.contains("第 2 步，共 3 步"))
        let last = try await technician.fill(.photographs)
        #expect(last.path == technician.path(.outcome))
        #expect(try last.form(technician.path(.outcome))["outcome"] == nil)
        #expect(try await technician.fill(.outcome, ["because": ""]).status == 422)
        let overview = try await technician.fill(.outcome, ["because": "敲门没人", "next-visit": "明天上午"])
        #expect(overview.path == Paths.report(technician.sent.visit))
        #expect(try overview.has("//form[@action='\(Paths.reportFiling(technician.sent.visit))']"))
        #expect(!overview.links.contains { $0["href"] == Paths.reportConfirmation(technician.sent.visit) })
    }

    @Test("offers the badge number of the last report")
    func badge() async throws {
        let company = try await TestCompany()
        try await Technician(company, try await company.sentVisit("PG-1")).report()
        let next = try await Technician(company, try await company.sentVisit("PG-2"))
        try await next.arrive()
        let form = try await next.browser.get(next.path(.arrival)).form(next.path(.arrival))
        #expect(form["badge"]?.value == "A-17")
    }
}
