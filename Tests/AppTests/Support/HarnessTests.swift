import Testing

@testable import App

/// The harness itself: that it notices what it is there to notice.
struct HarnessTests {
    @Test("everybody signs in through the page and comes to today", arguments: Staff.allCases)
    func signingIn(_ one: Staff) async throws {
        let company = try await TestCompany()
        let browser = company.browser()
        try await browser.signIn(as: one)
        #expect(browser.page.path == "/today")
        #expect(browser.page.text.contains(one.name))
    }

    @Test("a field, an option or a button that is not in the form cannot be sent")
    func onlyWhatIsShown() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get("/customers/new").form("/customers")
        #expect(throws: NotShown.self) { try form.entries(["nickname": "小王"]) }
        #expect(throws: NotShown.self) { try form.entries(["submission": "another-submission-id"]) }
        #expect(throws: NotShown.self) { try form.entries(["grade": "Z"]) }
        #expect(throws: NotShown.self) { try form.entries(button: "delete") }
    }

    @Test("a form is sent with all that it holds, typed or not")
    func wholeForm() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let form = try await browser.get("/customers/new").form("/customers")
        let known = [try company.member(.agent).id, try company.member(.agent2).id].map(String.init)
        let page = try await browser.submit(
            form, ["name": "王建国", "phones.0.number": "138 1234 5678", "known-by": Typed(known)])
        #expect(page.status == 200)
        #expect(page.heading.contains("王建国"))
        #expect(page.text.contains("138****5678"))
        #expect(page.notice != nil)
    }

    @Test("records made through the stores are on the pages")
    func seeded() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall(saying: "收尾很干净")
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await browser.get(Paths.record(call.id)).text.contains("收尾很干净"))
        company.passDeadline()
        let later = try await company.browser(signedInAs: .agent)
        #expect(try await later.get(Paths.record(call.id)).status == 403)
        _ = try await company.approve(try await company.ask(.agent, toRead: call))
        #expect(try await later.get(Paths.record(call.id)).text.contains("收尾很干净"))
    }
}
