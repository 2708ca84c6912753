import Forms
import Testing

@testable import App

extension TestCompany {
    /// A complaint of somebody on the web, of whom nobody knows yet whether it is a customer.
    func strangersComplaint(phone: String = "13900001234") async throws -> CustomerIssue.ID {
        let store = EnquiryStore(database: database, rules: app.rules, zone: zone)
        let message = Message(
            name: "林女士", phone: try #require(PhoneNumber(typed: phone)), address: "滨江花园", words: "阳台漏水")
        let stranger = Stamp(member: nil, at: clock.now, address: "203.0.113.9")
        _ = try await store.receive(.complaint, message, .random(), stranger)
        return try await id("SELECT max(id) FROM issue")
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
        try await company.take(IssueActionInput(action: .referral, department: "maintenance"), on: issue, as: .admin)
        try await company.take(IssueActionInput(action: .acceptance, text: "收到"), on: issue, as: .manager)
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
        #expect(try agent.page.find("//input[@name='whose']").count == 2, "who signs as 林女士 is one of these")
        #expect(try await agent.get(path + "?q=HF-99").text.contains("没有找到客户"))
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

    @Test("who is not among the customers is registered with what is known, and the issue is theirs at once")
    func registered() async throws {
        let company = try await TestCompany()
        let issue = try await company.strangersComplaint()
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.issueCustomer(issue))
        #expect(agent.page.text.contains("139****1234") && agent.page.text.contains("没有找到客户"))
        try await agent.follow("不在其中？登记为新客户")
        let form = try agent.page.form(Paths.customers + "?issue=\(issue)")
        #expect(form["name"]?.value == "林" && form["phones.0.number"]?.value.hasSuffix("1234") == true)
        #expect(try await company.audited("issue", issue).contains("phone-shown"), "the form has the number in full")
        let known = Typed([try company.member(.agent).id, try company.member(.agent2).id].map(String.init))
        try await agent.submit(form, ["known-by": known])
        #expect(agent.page.path == Paths.issueCustomer(issue) && agent.page.text.contains("登记工程"))
        #expect(try await company.whole(issue).issue.customer?.name == "林")
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.with(Paths.newCustomer, [("issue", String(issue))])).status == 403)
    }

    @Test("the number that was given is seen by those who have to call, and every look at it is written down (ACC-8)")
    func phones() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer("林芳", phones: ["13811112222"])
        let project = try await company.registerProject("HF-8", of: customer)
        let issue = try await company.strangersComplaint()
        let action = Paths.issuePhones(issue)
        let manager = try await company.browser(signedInAs: .manager)
        let executive = try await company.browser(signedInAs: .executive)
        #expect(try await executive.get(Paths.issue(issue)).text.contains("139****1234"))
        #expect(!executive.page.forms.contains { $0.action == action })
        #expect(try await executive.post(action, []).status == 403)
        try await company.take(IssueActionInput(action: .referral, department: "maintenance"), on: issue, as: .admin)
        try await manager.get(Paths.issue(issue))
        let page = try await manager.submit(manager.page.form(action))
        #expect(try page.text.contains("13900001234") && page.has("//a[@href='tel:13900001234']"))
        #expect(try await company.audited("issue", issue).contains("phone-shown"))
        let admin = try await company.browser(signedInAs: .admin)
        let path = Paths.issueCustomer(issue)
        try await admin.get(path + "?q=HF-8")
        let form = try #require(admin.page.forms.first { $0["whose"] != nil })
        try await admin.submit(form, ["whose": "project-\(project)"])
        let both = try await admin.submit(admin.page.form(action))
        #expect(both.text.contains("13900001234") && both.text.contains("13811112222"), "what was given stays")
    }

    @Test("whoever sends it on sees it through, and it stands on the day's page before it is late")
    func owned() async throws {
        let company = try await TestCompany()
        let issue = try await company.strangersComplaint()
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.today).text.contains("阳台漏水"))
        try await company.take(IssueActionInput(action: .referral, department: "maintenance"), on: issue, as: .agent)
        #expect(try await company.whole(issue).issue.owner?.id == company.member(.agent).id)
        let manager = try await company.browser(signedInAs: .manager).get(Paths.today)
        #expect(manager.text.contains("阳台漏水") && !manager.text.contains("今天没有要在这里处理的事"))
    }
}

extension ShownPage {
    /// The form that is sent to a path, whatever was looked for.
    fileprivate func form(of path: String) throws -> ShownForm {
        try #require(forms.first { $0.isPost && $0.action.hasPrefix(path) })
    }
}
