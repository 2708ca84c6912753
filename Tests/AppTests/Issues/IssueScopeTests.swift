import Forms
import Testing

@testable import App

@Suite("Nobody learns of a customer or an issue through the form of a new one (ACC-12)")
struct IssueSightTests {
    /// A project that the technician of the company was never sent to, with one call.
    private func strange(_ company: TestCompany) async throws -> FollowUp {
        let customer = try await company.registerCustomer("赵生人", phones: ["13610000004"], address: "僻静巷9号")
        let project = try await company.registerProject("HF-STRANGE", of: customer, site: "僻静巷9号")
        return try #require(try await company.followUps.ofProject(project).first)
    }

    @Test("a technician who was never sent there gets no name, address or number of a project by any parameter")
    func strangers() async throws {
        let company = try await TestCompany()
        let call = try await strange(company)
        let technician = try await company.browser(signedInAs: .technician)
        for occasion in [
            IssueSourceLink.customer(call.customerID), .project(call.projectID), .followUp(call.id, question: nil),
        ] {
            let page = try await technician.get(Paths.newIssue(of: occasion))
            #expect(page.status == 404, "\(occasion): \(page)")
        }
        let caller = try await technician.get("/issues/new?caller=13610000004")
        #expect(caller.status == 200 && caller.text.contains(company.words()("issues.caller-unknown")))
        for mark in ["赵生人", "僻静巷", "HF-STRANGE"] { #expect(!caller.html.contains(mark)) }
    }

    @Test("nor does what is sent with such a parameter store anything about them")
    func strangersSent() async throws {
        let company = try await TestCompany()
        let call = try await strange(company)
        let technician = try await company.browser(signedInAs: .technician)
        let fields = try await technician.get(Paths.newIssue).form(Paths.issues)
            .entries(["words": "漏水", "category": "repair", "caller-name": "甲", "caller-phone": "13600001111"])
        for (name, id) in [
            ("customer", "\(call.customerID)"), ("for-project", "\(call.projectID)"), ("follow-up", "\(call.id)"),
        ] {
            #expect(try await technician.post(Paths.issues, fields + [(name, id)]).status == 404)
        }
        #expect(try await company.number("SELECT count(*) FROM issue") == 0)
    }

    @Test("for a project of an own visit a technician writes one down, by its number and by its customer's phone")
    func ownVisit() async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        try await company.dispatch(order)
        let project = try await company.order(order).project
        let technician = try await company.browser(signedInAs: .technician)
        for path in [Paths.newIssue(of: .project(project.id)), "/issues/new?caller=13812345678"] {
            let page = try await technician.get(path)
            #expect(page.text.contains("王建国") && page.text.contains(project.number), "\(path): \(page)")
            #expect(!page.links.contains { $0["href"]?.hasPrefix("/customers/") == true }, "no way to a closed page")
        }
        try await technician.submit(
            technician.page.form(Paths.issues), ["words": "客户说门也关不严", "category": "repair"])
        #expect(try await company.number("SELECT count(*) FROM issue WHERE project_id = \(project.id)") == 1)
    }

    @Test(
        "of another department's issue the warning tells that there is one, and nothing more",
        arguments: [Staff.manager, .technician])
    func doubles(_ who: Staff) async throws {
        let company = try await TestCompany()
        let order = try await company.approvedOrder()
        try await company.dispatch(order)
        let project = try await company.order(order).project.id
        let other = try await company.raiseIssue("书房柜门有色差", project: project, category: "repair", by: .agent2)
        try await company.take(IssueActionInput(action: .referral, department: "sales"), on: other, as: .admin)
        let browser = try await company.browser(signedInAs: who)
        let form = try await browser.get(Paths.newIssue(of: .project(project))).form(Paths.issues)
        let entries = try form.entries(["words": "柜门", "category": "repair", "kind": "complaint"])
        try await browser.post(Paths.issues, entries + [("same", String(other))])
        #expect(!browser.page.html.contains("书房柜门") && !browser.page.html.contains("WT20261123-01"))
        #expect(browser.page.notice == company.words()("notice.issue-raised-beside-others"))
        #expect(try await company.number("SELECT count(*) FROM issue_link") == 0)
        #expect(try await company.number("SELECT is_important FROM issue WHERE id = \(other)") == 0)
    }

    @Test("nobody makes an issue important that they may not see, whatever was stored with the form")
    func important() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let other = try await company.raiseIssue("书房柜门有色差", project: project, by: .agent2)
        let issue = RaisedIssue(
            customer: nil, project: project, source: .call, words: "柜门", category: "repair", isComplaint: false,
            sameAs: [other])
        await #expect(throws: Refusal.notFound) {
            try await company.issues.raise(issue, .random(), try company.stamp(.technician))
        }
        #expect(try await company.number("SELECT is_important FROM issue WHERE id = \(other)") == 0)
    }
}
