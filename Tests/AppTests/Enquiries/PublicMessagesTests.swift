import Forms
import Foundation
import HTTPTypes
import Testing

@testable import App

extension TestCompany {
    /// What somebody whom nobody knows asked on the web.
    func enquiry(_ words: String = "旧房翻新，想了解价格", phone: String = "13900001234") async throws -> Enquiry.ID {
        let store = EnquiryStore(database: database, rules: app.rules, zone: zone)
        let message = Message(
            name: "林女士", phone: try #require(PhoneNumber(typed: phone)), address: "滨江花园", words: words)
        let stranger = Stamp(member: nil, at: clock.now, address: "203.0.113.9")
        _ = try await store.receive(.enquiry, message, .random(), stranger)
        return try await id("SELECT max(id) FROM enquiry")
    }

    /// The form of a message that a stranger has had open long enough.
    func stranger(at path: String) async throws -> (Browser, ShownForm) {
        let stranger = browser(from: "198.51.100.7")
        let form = try await stranger.get(path).form(path)
        clock.advance(seconds: 20)
        return (stranger, form)
    }
}

@Suite("Anybody asks or complains on the web, and is answered within a day (WEB-1 to WEB-3)")
struct PublicMessagesTests {
    private let message: [String: Typed] = [
        "words": "旧房翻新", "name": "林女士", "phone": "139 0000 1234", "address": "滨江花园",
    ]

    @Test("an enquiry is answered, agreed upon, handed to a branch, followed up again, and becomes a customer")
    func wholeWay() async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: Paths.enquiryForm)
        let refused = try await stranger.submit(form, ["words": "旧房翻新", "phone": "12"])
        #expect(refused.status == 422 && refused.html.contains("旧房翻新"))
        company.clock.advance(seconds: 20)
        try await stranger.submit(refused.form(Paths.enquiryForm), message)
        #expect(stranger.page.text.contains("ZX20261123-01"))
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.enquiries)
        #expect(agent.page.text.contains("待答复 1 个，其中超时 0 个") && !agent.page.html.contains("13900001234"))
        try await agent.follow("ZX20261123-01")
        try await agent.submit(agent.page.form(Paths.enquiryPhone(1)))
        #expect(agent.page.html.contains("tel:13900001234"))
        #expect(try await company.audited("enquiry", 1).contains("phone-shown"))
        let steps: [(EnquiryAction, [String: Typed], String)] = [
            (.answer, ["answer-text": "报了大概价格"], "已答复"),
            (.appointment, ["appointment-text": "到店看样", "at.date": "2026-11-25", "at.time": "14:00"], "预约客户"),
            (
                .handing, ["handing-text": "要看地板样品", "branch": "城西店", "follow-up-on": "2026-11-30"], "潜在客户"
            ),
            (.secondFollowUp, ["second-follow-up-text": "周末再来"], "潜在客户"),
        ]
        for (action, typed, state) in steps {
            let form = try agent.page.form(Paths.enquiryStep(1, action))
            #expect(try await agent.submit(form).status == 422)
            try await agent.submit(agent.page.form(Paths.enquiryStep(1, action)), typed)
            #expect(agent.page.heading.contains(state), "\(action)")
        }
        try await agent.follow("登记为客户")
        let registering = try agent.page.form(Paths.customers + "?enquiry=1")
        #expect(registering["name"]?.value == "林" && registering["form-of-address"]?.value == "ms")
        #expect(registering["phones.0.number"]?.value.hasSuffix("1234") == true)
        let looks = try await company.audited("enquiry", 1).filter { $0 == "phone-shown" }
        #expect(looks.count == 2, "the form has the number in full, too")
        let known = Typed([try company.member(.agent).id, try company.member(.agent2).id].map(String.init))
        try await agent.submit(registering, ["known-by": known])
        #expect(try await company.number("SELECT customer_id FROM enquiry WHERE state = 'customer'") == 1)
        #expect(try await agent.get(Paths.enquiry(1)).text.contains("报了大概价格"))
    }

    @Test("a reply is owed within a day, and what is late stands on top")
    func late() async throws {
        let company = try await TestCompany()
        _ = try await company.enquiry()
        company.clock.advance(hours: 25)
        _ = try await company.enquiry("第二个")
        let page = try await company.browser(signedInAs: .agent).get(Paths.enquiries)
        #expect(page.text.contains("待答复 2 个，其中超时 1 个") && page.text.contains("已超时"))
    }

    @Test("a complaint becomes an issue with its clock; water cannot wait", arguments: [true, false])
    func complaint(isUrgent: Bool) async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: Paths.complaint)
        var typed = message
        if isUrgent { typed["urgent"] = "yes" }
        let page = try await stranger.submit(form, typed)
        #expect(page.text.contains("WT20261123-01"))
        let issue = try await company.whole(1).issue
        #expect(issue.source == .web && issue.isComplaint && issue.callerName == "林女士" && issue.takenBy == nil)
        #expect(issue.urgency == (isUrgent ? .waterElectricity : .ordinary))
    }

    @Test("no answer tells whether somebody is a customer; the same form twice is one message")
    func silent() async throws {
        let company = try await TestCompany()
        _ = try await company.registerCustomer(phones: ["13900001234"])
        var answers: Set<String> = []
        for phone in ["13900001234", "13911112222"] {
            let (stranger, form) = try await company.stranger(at: Paths.enquiryForm)
            var typed = message
            typed["phone"] = Typed(phone)
            for _ in 0..<2 {
                let page = try await stranger.submit(form, typed)
                answers.insert(page.text.replacing(#/ZX\d+-\d+/#, with: ""))
            }
        }
        #expect(answers.count == 1)
        #expect(try await company.number("SELECT count(*) FROM enquiry") == 2)
        let own = try await company.browser(signedInAs: .agent).get(Paths.enquiry(1))
        #expect(own.text.contains("这个电话已有客户登记"))
    }

    @Test("a refused page of the browser's past, fetched again after the form was sent, shows nobody its words")
    func refusedBefore() async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: Paths.complaint)
        var wrong = message
        wrong["phone"] = "139000012345"
        let refused = try await stranger.submit(form, wrong)
        #expect(refused.status == 422 && refused.html.contains("旧房翻新"))
        _ = try await stranger.submit(refused.form(Paths.complaint), message)
        let again = try await stranger.submit(form, wrong)
        #expect(again.status == 200 && !again.html.contains("旧房翻新") && !again.html.contains("林女士"))
    }

    @Test("a flood from one network ends after ten messages, and keeps what was typed")
    func flood() async throws {
        let company = try await TestCompany()
        var last = ShownPage.blank
        for _ in 0..<11 {
            let (stranger, form) = try await company.stranger(at: Paths.enquiryForm)
            last = try await stranger.submit(form, message)
        }
        #expect(last.status == 429 && last.html.contains("旧房翻新"))
        #expect(last.headers[.retryAfter].flatMap { Int($0) }.map((3_000...3_600).contains) == true)
        #expect(try await company.number("SELECT count(*) FROM enquiry") == 10)
        let (neighbour, form) = try await company.stranger(at: Paths.complaint)
        #expect(try await neighbour.submit(form, message).status == 200, "who has a burst pipe is still heard")
    }

    @Test("the same form sent again and again is one message, and is not held against the network")
    func again() async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: Paths.enquiryForm)
        for _ in 0..<12 {
            let page = try await stranger.submit(form, message)
            #expect(page.status == 200 && page.text.contains("ZX20261123-01"))
        }
        #expect(try await company.number("SELECT count(*) FROM enquiry") == 1)
    }

    @Test("nobody is to be called back at a bank's number", arguments: [Paths.enquiryForm, Paths.complaint])
    func serviceNumber(_ path: String) async throws {
        let company = try await TestCompany()
        let (stranger, form) = try await company.stranger(at: path)
        let page = try await stranger.submit(form, message.merging(["phone": "95588"]) { $1 })
        #expect(page.status == 422 && page.html.contains("95588"))
        #expect(try page.errorTargets() == ["f-phone"])
    }

    @Test("an enquiry that was closed is opened again")
    func reopened() async throws {
        let company = try await TestCompany()
        let id = try await company.enquiry()
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.get(Paths.enquiry(id))
        try await agent.submit(agent.page.form(Paths.enquiryStep(id, .closing)), ["closing-text": "打错了"])
        #expect(!agent.page.forms.contains { $0.action == Paths.enquiryStep(id, .answer) })
        try await agent.submit(agent.page.form(Paths.enquiryStep(id, .reopening)), ["reopening-text": "又来问了"])
        #expect(agent.page.heading.contains("待答复") && agent.page.text.contains("又来问了"))
    }

    @Test("the company's number stands at the foot of what strangers see")
    func hotline() async throws {
        let company = try await TestCompany()
        #expect(try await !company.browser().get(Paths.complaint).has("//footer//a"))
        try await company.putIntoForce(("rulebook: decoration", "rulebook: decoration\nhotline: 400 812 3456"))
        let page = try await company.browser().get(Paths.complaint)
        #expect(try page.has("//footer//a[@href='tel:4008123456']") && page.text.contains("400-812-3456"))
    }

    @Test("numbers cannot be counted through")
    func numbers() async throws {
        let company = try await TestCompany()
        let page = try await company.browser().get(Paths.messageReceived + "?number=ZX20261123-01&proof=x")
        #expect(page.status == 404)
    }

    @Test("the words of a form whose link was withdrawn are sent as a complaint")
    func fromFeedback() async throws {
        let company = try await TestCompany()
        let link = try await company.link()
        let (customer, form) = try await company.customer(at: link.token)
        _ = try await company.feedbackLinks.revoke(
            link.id, by: try company.member(.agent), .random(), try company.stamp(.agent))
        let page = try await customer.submit(form, ["problems": "门关不严"])
        company.clock.advance(seconds: 20)
        try await customer.submit(page.form(Paths.complaint), ["name": "王建国", "phone": "13812345678"])
        #expect(try await company.whole(1).issue.words == "门关不严")
    }
}
