import Forms
import GRDB
import Testing

@testable import App

@Suite("The steps of whoever goes")
struct VisitStepTests {
    @Test("accepting and having arrived take one tap each, and move the order on")
    func steps() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        let accepted = try await technician.accept()
        #expect(accepted.path == Paths.visit(sent.visit))
        #expect(try await company.orderState(sent.order) == .accepted)
        company.clock.advance(minutes: 30)
        let arrived = try await technician.browser.submit(accepted.form(Paths.arrival(visit: sent.visit)))
        #expect(arrived.path == technician.path(.arrival))
        #expect(try await company.orderState(sent.order) == .onSite)
        #expect(
            try await company.number("SELECT recorded_by FROM visit_arrival") == company.member(.technician).id.number)
        #expect(try await company.audited("visit", sent.visit) == ["visit-accepted", "visit-arrived"])
    }

    @Test("tapped twice, from two pages, do it once and keep the first moment")
    func twice() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let technician = try await Technician(company, sent)
        try await technician.accept()
        let one = try await technician.browser.get(Paths.visit(sent.visit)).form(Paths.arrival(visit: sent.visit))
        let other = try await technician.browser.get(Paths.visit(sent.visit)).form(Paths.arrival(visit: sent.visit))
        try await technician.browser.submit(one)
        let moment = try await company.text("SELECT arrived_at FROM visit_arrival")
        company.clock.advance(hours: 1)
        let page = try await technician.browser.submit(other)
        #expect(page.path == technician.path(.arrival))
        #expect(try await company.text("SELECT arrived_at FROM visit_arrival") == moment)
        #expect(try await company.audited("visit", sent.visit) == ["visit-accepted", "visit-arrived"])
    }

    @Test("of a cancelled order or a withdrawn visit are refused with the reason")
    func refused() async throws {
        let company = try await TestCompany()
        let cancelled = try await company.sentVisit("PG-1")
        let withdrawn = try await company.sentVisit("PG-2")
        let technician = try await company.browser(signedInAs: .technician)
        let first = try await technician.get(Paths.visit(cancelled.visit)).form(
            Paths.acceptance(visit: cancelled.visit))
        let second = try await technician.get(Paths.visit(withdrawn.visit)).form(
            Paths.acceptance(visit: withdrawn.visit))
        try await company.cancel(cancelled.order)
        try await company.withdraw(withdrawn.visit)
        let one = try await technician.submit(first)
        #expect(one.status == 409 && one.text.contains("已经取消"))
        let other = try await technician.submit(second)
        #expect(other.status == 409 && other.text.contains("已经撤回"))
        #expect(try await technician.get(Paths.visit(withdrawn.visit)).text.contains("客户改期"))
    }

    @Test("the contact's number is shown on request, each time written down, and can be called (ACC-8)")
    func phone() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        let browser = try await company.browser(signedInAs: .technician)
        let page = try await browser.get(Paths.visit(sent.visit))
        #expect(!page.text.contains("13800001234") && page.text.contains("138****1234"))
        let shown = try await browser.submit(page.form(Paths.visitPhone(sent.visit)))
        #expect(try shown.link("tel:13800001234") != "")
        #expect(try await company.audited("visit", sent.visit) == ["phone-shown"])
    }

    @Test("nobody but who was sent goes, and technicians do not know of each other's visits")
    func others() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit()
        try await company.makeTechnician(.finance)
        #expect(try await company.browser(signedInAs: .finance).get(Paths.visit(sent.visit)).status == 404)
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.visit(sent.visit))
        #expect(page.status == 200)
        #expect(!page.forms.contains { $0.action == Paths.acceptance(visit: sent.visit) })
        let fields = [("submission", SubmissionID.random().text)]
        #expect(try await agent.post(Paths.acceptance(visit: sent.visit), fields).status == 403)
        #expect(try await agent.post(Paths.arrival(visit: sent.visit), fields).status == 403)
    }

    @Test("managers see the visits of their own department alone")
    func managers() async throws {
        let company = try await TestCompany()
        let own = try await company.sentVisit("PG-1", department: "maintenance")
        let other = try await company.sentVisit("PG-2", department: "design")
        let id = try company.member(.manager).id
        try await company.database.write { db in
            try db.execute(sql: "UPDATE member SET department = 'maintenance' WHERE id = ?", arguments: [id])
        }
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.visit(own.visit)).status == 200)
        #expect(try await manager.get(Paths.visit(other.visit)).status == 404)
        #expect(try await manager.get(Paths.report(own.visit)).status == 200)
    }
}
