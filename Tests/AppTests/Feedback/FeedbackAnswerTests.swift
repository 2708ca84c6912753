import Forms
import Testing

@testable import App

@Suite("An answer that is offered is kept, and what was kept is said (FBK-6)")
struct FeedbackAnswerTests {
    @Test("not sure is stored, shown to the customer and in the record, and is no rating and no issue")
    func notSure() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        let thanks = try await customer.submit(form, ["recommends": "unsure"])
        #expect(thanks.heading.contains("谢谢您") && thanks.text.contains("说不好"))
        let agent = try await company.browser(signedInAs: .agent)
        #expect(try await agent.get(Paths.feedbackRecord(1)).text.contains("说不好"))
        #expect(try await company.number("SELECT count(*) FROM feedback_content WHERE ratings = '{}'") == 1)
        #expect(try await company.number("SELECT count(*) FROM issue") == 0)
    }

    @Test("a browser that keeps no cookies sees the thanks and the number, and nothing of the answer")
    func withoutCookies() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        let sent = try await customer.submit(form, ["suggestions": "灯再亮一点"], following: false)
        let place = try #require(sent.location)
        let blocked = company.browser(from: "198.51.100.7")
        let page = try await blocked.get(place)
        #expect(page.status == 200 && page.heading.contains("谢谢您") && page.text.contains("FK20261123-01"))
        #expect(!page.html.contains("灯再亮一点") && page.text.contains("Cookie"))
        #expect(try !page.has("//form[contains(@action, 'additions')]"))
        #expect(try await blocked.get(Paths.feedback(token) + "?receipt=x").status == 410)
    }

    @Test("a link that was used says so to whoever holds it, and nothing of the answer")
    func used() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        try await customer.submit(form, ["suggestions": "灯再亮一点", "overall": "1"])
        let stranger = company.browser(from: "203.0.113.9")
        let page = try await stranger.get(Paths.feedback(token))
        #expect(page.status == 410 && page.heading == "这份意见表已经填过了")
        #expect(!page.html.contains("灯再亮一点") && !page.html.contains("FK2026"))
        let sent = try await stranger.post(
            Paths.feedback(token), [("submission", SubmissionID.random().text), ("overall", "5")])
        #expect(sent.status == 410 && sent.heading == page.heading)
        #expect(try await company.number("SELECT count(*) FROM feedback") == 1)
    }

    @Test("the time that a person needs is counted from the first opening, not from each correction (WEB-3)")
    func firstOpening() async throws {
        let company = try await TestCompany()
        let (customer, form) = try await company.customer(at: try await company.link().token)
        let empty = try await customer.submit(form)
        #expect(try await customer.submit(empty.form(form.action), ["overall": "5"]).heading.contains("谢谢您"))
        let (stranger, blank) = try await company.stranger(at: Paths.complaint)
        let again = try await stranger.submit(blank)
        let sent = try await stranger.submit(
            again.form(Paths.complaint), ["words": "漏水", "name": "林女士", "phone": "13900001234"])
        #expect(sent.status == 200 && sent.path.hasPrefix(Paths.messageReceived))
        let message: [String: Typed] = ["words": "漏水", "name": "林女士", "phone": "13900001234"]
        let forged = try await stranger.get(Paths.complaint).form(Paths.complaint).entries(message)
            .map { $0.name == "opened" ? (name: $0.name, value: "1.x") : $0 }
        let refused = try await stranger.post(Paths.complaint, forged)
        #expect(refused.status == 422 && refused.text.contains("没有发出去"))
        #expect(try refused.form(Paths.complaint)["opened"]?.value != "1.x", "only a moment of ours is kept")
    }
}
