import Forms
import Rulebooks
import Testing

@testable import App

@Suite("An empty list says what to do next (UX-7)")
struct EmptyListTests {
    @Test("of customers leads to the first registration, and in a search to all customers")
    func customers() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        try expectEmpty(try await browser.get(Paths.customers), "customers.none-yet", leadingTo: Paths.newCustomer)
        let none = try await browser.get("/customers?q=%E6%B2%A1%E6%9C%89")
        try expectEmpty(none, "customers.none-found", leadingTo: Paths.customers)
        let unsearchable = try await browser.get("/customers?q=...")
        try expectEmpty(unsearchable, "customers.none-found", leadingTo: Paths.customers)
        let reader = try await company.browser(signedInAs: .executive)
        let page = try await reader.get(Paths.customers)
        #expect(try !page.has("//main//a[@href='\(Paths.newCustomer)']"), "who may not register is not sent there")
    }

    @Test("of a customer's projects leads to the first project")
    func projects() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let id = try await company.registerCustomer()
        let card = try await browser.get(Paths.customer(id))
        try expectEmpty(card, "customers.no-projects", leadingTo: Paths.newProject(customer: id))
    }

    @Test("of today tells when the next call opens, or how calls come about")
    func today() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let nothing = try await browser.get(Paths.today)
        #expect(try empty(nothing).contains(company.words()("today.nothing-planned")))
        let customer = try await company.registerCustomer()
        _ = try await company.registerProject(
            of: customer, milestones: [.started: .init(actual: company.today.adding(days: -3))])
        #expect(try empty(try await browser.get(Paths.today)).contains("2026年11月30日"))
        let idle = try await company.browser(signedInAs: .finance).get(Paths.today)
        #expect(try empty(idle).contains(company.words()("today.idle")))
        let administrator = try await company.browser(signedInAs: .admin).get(Paths.today)
        #expect(administrator.text.contains(company.words()("today.no-pending")))
        #expect(administrator.text.contains(company.words()("today.no-unreachable")))
    }

    @Test("of follow-ups leads back to all of them")
    func followUps() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try empty(try await browser.get(Paths.followUps)).contains(company.words()("follow-ups.empty-text")))
        let none = try await browser.get("/follow-ups?state=done")
        try expectEmpty(none, nil, leadingTo: Paths.followUps)
    }

    @Test("of access requests, readers, staff and the audit trail says how it fills")
    func others() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let own = try await agent.get(Paths.accessRequests)
        #expect(try empty(own).contains(company.words()("access.empty-text")))
        #expect(try own.has("//main//a[@href='\(Paths.followUps)']"))
        let admin = try await company.browser(signedInAs: .admin)
        #expect(try empty(try await admin.get(Paths.accessRequests)).contains("有人申请查阅时"))
        let call = try await company.filledCall()
        #expect(
            try empty(try await admin.get(Paths.readings(call.id))).contains(company.words()("readings.empty-text")))
        let staff = try await admin.get("/staff?q=nobody-of-this-name")
        #expect(try empty(staff).contains(company.words()("staff.empty-text")))
        #expect(try staff.has("//main//a[@href='\(Paths.staff)']"))
    }

    @Test(
        "beyond the last page leads back",
        arguments: [Paths.customers, Paths.followUps, Paths.accessRequests, Paths.staff, Paths.audit])
    func beyondTheEnd(path: String) async throws {
        let company = try await TestCompany()
        _ = try await company.ask(.agent2, toRead: company.filledCall())
        let browser = try await company.browser(signedInAs: .admin)
        let page = try await browser.get("\(path)?page=9")
        let rows = try page.rows()
        let back = try page.find("//main//a[@href]").contains { $0["href"] == path || $0["href"] == "\(path)?page=8" }
        #expect(!rows.isEmpty || back, "neither rows nor a way back: \(page)")
    }

    private func empty(_ page: ShownPage) throws -> String {
        try #require(try page.find("//main//*[contains(concat(' ', @class, ' '), ' empty ')]").first?.text, "\(page)")
    }

    private func expectEmpty(_ page: ShownPage, _ key: String?, leadingTo path: String) throws {
        let text = try empty(page)
        if let key {
            let words = try #require(Strings.catalogues[.simplified])
            #expect(
                text.contains(words["\(key).title"] ?? key) && text.contains(words["\(key).text"] ?? key), "\(text)")
        }
        #expect(
            try page.has("//main//*[contains(@class, 'empty')]//a[@href='\(path)']"), "no way on to \(path): \(page)")
    }
}
