import Forms
import Testing

@testable import App

extension TestCompany {
    /// A complaint of somebody on the web, of whom nobody knows yet whether it is a customer.
    func strangersComplaint(phone: String = "13900001234") async throws -> CustomerIssue.ID {
        let store = EnquiryStore(database: database, books: app.books, zone: zone)
        let message = Message(
            name: "林女士", phone: try #require(PhoneNumber(typed: phone)), address: "滨江花园", words: "阳台漏水")
        let stranger = Stamp(member: nil, at: clock.now, address: "203.0.113.9")
        _ = try await store.receive(.complaint, message, .random(), stranger)
        return try await number("SELECT max(id) FROM issue")
    }
}

@Suite("It is found out whose issue it is that somebody unknown raised (ISS-1, WEB-1)")
struct IssueCustomerTests {
    @Test("the caller's number finds the project; visits can be asked for then, and the second one to say so is told")
    func found() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("林芳", phones: ["13900001234"])
        let project = try await company.registerProject("HF-7", of: customer, site: "滨江花园3幢")
        let issue = try await company.strangersComplaint()
        try await company.take(IssueWish(deed: .referral, department: "maintenance"), on: issue, as: .admin)
        try await company.take(IssueWish(deed: .acceptance, text: "收到"), on: issue, as: .manager)
        let agent = try await company.browser(signedInAs: .agent)
        let colleague = try await company.browser(signedInAs: .agent2)
        let path = Paths.issueCustomer(issue)
        let seen = try await colleague.get(path).form(of: path)

        try await agent.get(Paths.issue(issue))
        #expect(!agent.page.links.contains { $0["href"] == Paths.newWorkOrder(issue: issue) })
        try await agent.follow("确认是哪位客户")
        #expect(agent.page.text.contains("HF-7") && agent.page.text.contains("滨江花园3幢"))
        #expect(!agent.page.html.contains("13900001234"), "the number stands nowhere in full")
        #expect(try await agent.submit(agent.page.form(of: path)).status == 422)
        try await agent.submit(agent.page.form(of: path), ["whose": "project-\(project)"])
        #expect(agent.page.path == Paths.issue(issue) && agent.page.notice == "已确认客户。")
        #expect(agent.page.text.contains("陈静 确认是哪位客户"))
        #expect(agent.page.links.contains { $0["href"] == Paths.newWorkOrder(issue: issue) })
        #expect(try await company.whole(issue).issue.project?.id == project)
        #expect(try await company.audited("issue", issue).filter { $0 == "issue-step" }.count == 3)
        #expect(try await company.number("SELECT is_key FROM customer WHERE id = \(customer)") == 1)

        try await colleague.submit(seen, ["whose": "project-\(project)"])
        #expect(colleague.page.notice == "已有人确认过是哪位客户。")
        #expect(try await company.audited("issue", issue).filter { $0 == "issue-step" }.count == 3)
    }

    @Test("somebody who is not found is looked for by name; one without a project is noted, and the project later")
    func lookedFor() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("林芳", phones: ["13811112222"])
        let other = try await company.registerCustomer("林芳芳", phones: ["13811113333"])
        _ = try await company.registerProject("HF-8", of: other)
        let issue = try await company.strangersComplaint()
        let path = Paths.issueCustomer(issue)
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(path)
        #expect(agent.page.text.contains("没有找到客户"))
        try await agent.get(path + "?q=%E6%9E%97%E8%8A%B3")
        let form = try agent.page.form(path + "?q=%E6%9E%97%E8%8A%B3")
        let refused = try await agent.submit(form)
        #expect(refused.status == 422 && refused.html.contains("value=\"林芳\""))
        try await agent.submit(form, ["whose": "customer-\(customer)"])
        #expect(try await company.whole(issue).issue.customer?.id == customer)

        try await agent.submit(form, ["whose": "customer-\(customer)"])
        #expect(agent.page.notice == "已确认客户。", "the same form sent twice")
        try await agent.get(path)
        #expect(agent.page.text.contains("还没有工程"))
        #expect(!agent.page.forms.contains { $0.action.hasPrefix(path) }, "nothing to choose")

        let project = try await company.registerProject("HF-9", of: customer)
        try await agent.get(Paths.issue(issue))
        try await agent.follow("确认是哪位客户")
        #expect(agent.page.text.contains("HF-9") && !agent.page.text.contains("HF-8"), "only the one who is known")
        try await agent.submit(agent.page.form(of: path), ["whose": "project-\(project)"])
        #expect(try await company.whole(issue).issue.project?.id == project)
    }
}

extension ShownPage {
    /// The form that is sent to a path, whatever was looked for.
    fileprivate func form(of path: String) throws -> ShownForm {
        try #require(forms.first { $0.isPost && $0.action.hasPrefix(path) })
    }
}
