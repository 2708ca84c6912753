import Forms
import Testing

@testable import App

@Suite("The steps of a report")
struct ReportStepTests {
    @Test("are each saved at once, and one may go back and correct them")
    func saved() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        try await technician.fill(.arrival, ["met": "present"])
        try await technician.fill(.finding, ["finding": "漏水", "done": "换阀芯"])
        // Another phone, or the same one with a new battery.
        let again = try await Technician(company, technician.sent)
        let overview = try await again.browser.get(Paths.report(again.sent.visit))
        #expect(overview.text.contains("换阀芯"))
        #expect(overview.text.contains("继续填写：保修与收费"))
        let corrected = try await again.fill(.finding, ["done": "换阀芯，加密封圈"])
        #expect(corrected.path == Paths.report(again.sent.visit), "who corrects one answer comes back to all of them")
        #expect(corrected.text.contains("加密封圈"))
        #expect(try await company.audited("visit", again.sent.visit).filter { $0 == "report-step-saved" }.count == 3)
    }

    @Test("say what is wrong, keep what was typed, and store nothing")
    func wrong() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        try await technician.fill(.arrival, ["met": "present"])
        let page = try await technician.fill(.site, ["compensation": "-80", "put-back": "yes"])
        #expect(page.status == 422)
        #expect(page.errors.count == 2)
        #expect(try page.form(technician.path(.site))["compensation"]?.value == "-80")
        #expect(try await company.number("SELECT count(*) FROM service_report WHERE draft LIKE '%-80%'") == 0)
    }

    @Test("compensate for something")
    func compensation() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        let page = try await technician.fill(.site, ["compensation": "80", "put-back": "yes", "cleaned": "no"])
        #expect(page.errors == ["写了赔偿，请写明损坏了什么"])
    }

    @Test("a departure before the arrival is refused with the arrival's time")
    func departure() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.fillAll()
        let page = try await technician.fill(.outcome, ["departed.time": "10:00"])
        #expect(page.status == 422)
        #expect(page.errors == ["离场不能早于到场（2026年11月23日 10:30），请改其中一个"])
        let future = try await technician.fill(.outcome, ["departed.date": "2027-01-01"])
        #expect(future.errors.contains { $0.contains("在现在之后") })
    }

    @Test("what was not fixed has a reason; what was fixed says what was done")
    func outcome() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.fillAll()
        #expect(try await technician.fill(.outcome, ["outcome": "not-fixed"]).errors == ["请填写“原因”"])
        #expect(try await technician.fill(.outcome, ["outcome": "declined"]).errors == ["请填写“原因”"])
        try await technician.fill(.finding, ["done": ""])
        let page = try await technician.fill(.outcome, ["outcome": "fixed"])
        #expect(page.errors == ["已解决的，请先在“检查与处理”里写明处理过程"])
        let overview = try await technician.browser.get(Paths.report(technician.sent.visit))
        #expect(try !overview.has("//form[@action='\(Paths.reportFiling(technician.sent.visit))']"))
        #expect(overview.text.contains("要改"))
    }

    @Test("changed by somebody else meanwhile show both versions, and mine stands only when I say so (UX-4)")
    func conflict() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(to: nil)
        let one = try await Technician(company, sent, as: .agent)
        let other = try await Technician(company, sent, as: .agent2)
        let form = try await one.browser.get(one.path(.finding)).form(one.path(.finding))
        try await other.fill(.finding, ["finding": "阀门裂了", "done": "换阀门"])
        let both = try await one.browser.submit(form, ["finding": "水管裂了", "done": "补水管"])
        #expect(both.status == 409)
        #expect(both.text.contains("阀门裂了"))
        let again = try both.form(one.path(.finding))
        #expect(again["finding"]?.value == "水管裂了")
        try await one.browser.submit(again)
        #expect(try await company.number("SELECT count(*) FROM service_report WHERE draft LIKE '%水管裂了%'") == 1)
        // Another step is nobody's concern.
        try await other.fill(.site, ["put-back": "yes", "cleaned": "yes"])
        #expect(other.browser.page.status == 200)
    }

    @Test("that were wrong first, or got a row, are still based on what their page was opened with (UX-4)")
    func wrongThenStale() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(to: nil)
        let one = try await Technician(company, sent, as: .agent)
        let other = try await Technician(company, sent, as: .agent2)
        let form = try await one.browser.get(one.path(.finding)).form(one.path(.finding))
        try await other.fill(.finding, ["finding": "阀门裂了", "done": "换阀门"])
        let wrong = try await one.browser.submit(form, ["finding": "", "done": "补水管"])
        #expect(wrong.status == 422)
        let again = try await one.browser.submit(try wrong.form(one.path(.finding)), ["finding": "水管裂了"])
        #expect(again.status == 409 && again.text.contains("阀门裂了"))
    }

    @Test("count photographs and lead to them")
    func photographs() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.arrive()
        try await company.photograph(technician.sent.visit, "before")
        try await company.photograph(technician.sent.visit, "after")
        let page = try await technician.browser.get(technician.path(.photographs))
        #expect(page.text.contains("2 张照片"))
        #expect(try page.link(Paths.photographs(visit: technician.sent.visit)) != "")
    }

    @Test("of a step that there is not are nowhere", arguments: ["x", "arrival%20", "ARRIVAL", "..", "1"])
    func unknown(step: String) async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        let page = try await technician.browser.get("\(Paths.report(technician.sent.visit))/\(step)")
        #expect(page.status == 404 || page.path == Paths.report(technician.sent.visit))
    }
}
