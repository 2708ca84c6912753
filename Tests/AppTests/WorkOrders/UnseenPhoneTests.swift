import Forms
import GRDB
import Testing

@testable import App

@Suite("The form of an order shows a manager the number of the own department's work alone (ACC-8)")
struct UnseenPhoneTests {
    private func noted(_ company: TestCompany) async throws -> Int {
        try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'phone-shown'")
    }

    @Test("elsewhere it is masked and nothing is noted; left empty, the order takes it unseen")
    func elsewhere() async throws {
        let company = try await TestCompany()
        let project = try await company.site(phone: "13655500072")
        _ = try await company.requestOrder(for: project, "销售部的事", department: "sales")
        let manager = try await company.browser(signedInAs: .manager)
        let page = try await manager.get(Paths.newWorkOrder(project: project))
        #expect(!page.html.contains("13655500072") && page.text.contains("136****0072"))
        #expect(!page.html.contains("销售部的事"), "nor what another department was asked for (ACC-12)")
        #expect(try await noted(company) == 0)
        let form = try page.form(Paths.workOrders)
        try await manager.submit(form, ["symptom": "柜门脱落", "department": "maintenance"])
        let stored = try await company.database.read { db in
            try String.fetchOne(db, sql: "SELECT contact_phone FROM work_order ORDER BY id DESC LIMIT 1")
        }
        #expect(stored == "13655500072")
        #expect(!manager.page.html.contains("13655500072"))
    }

    @Test("where the own department has work it is filled in, and that is noted")
    func ownWork() async throws {
        let company = try await TestCompany()
        let project = try await company.site(phone: "13655500072")
        _ = try await company.requestOrder(for: project)
        let manager = try await company.browser(signedInAs: .manager)
        let form = try await manager.get(Paths.newWorkOrder(project: project)).form(Paths.workOrders)
        #expect(form["contact-phone"]?.value == "13655500072")
        #expect(try await noted(company) == 1)
    }
}
