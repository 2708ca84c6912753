import Forms
import Foundation
import GRDB
import HTTPTypes
import Rulebooks
import Testing

@testable import App

@Suite("A link opens for the right one, and tells others nothing (FBK-1, WEB-3)")
struct FeedbackLinkTests {
    @Test("unknown, revoked and expired links look alike to a stranger")
    func strangers() async throws {
        let company = try await TestCompany()
        let revoked = try await company.link()
        _ = try await company.feedbackLinks.revoke(
            revoked.id, by: try company.member(.agent), .random(), try company.stamp(.agent))
        let expired = try await company.link()
        company.clock.advance(days: 31)
        let stranger = company.browser(from: "203.0.113.9")
        var shown: Set<String> = []
        var answered: Set<String> = []
        for token in [revoked.token, expired.token, "unknown", Sodium.token()] {
            let page = try await stranger.get(Paths.feedback(token))
            #expect(page.status == 404)
            shown.insert(page.html.replacing(token, with: ""))
            let sent = try await stranger.post(
                Paths.feedback(token), [("submission", SubmissionID.random().text), ("overall", "5")])
            #expect(sent.status == 404)
            answered.insert(sent.html.replacing(token, with: ""))
        }
        #expect(shown.count == 1 && answered.count == 1, "to the last byte")
    }

    @Test("whoever had the form open is told what has become of the link, and keeps every word")
    func closedMeanwhile() async throws {
        let company = try await TestCompany()
        let link = try await company.link()
        let (customer, form) = try await company.customer(at: link.token)
        _ = try await company.feedbackLinks.revoke(
            link.id, by: try company.member(.agent), .random(), try company.stamp(.agent))
        let page = try await customer.submit(form, ["problems": "门关不严", "overall": "1"])
        #expect(page.status == 409 && page.text.contains("收回") && page.text.contains("门关不严"))
        #expect(try await company.number("SELECT count(*) FROM feedback") == 0)
        #expect(try await customer.get(Paths.feedback(link.token)).status == 410)
    }

    @Test("low ratings and the wish for a call go along when the words of a closed link are handed in")
    func handedIn() async throws {
        let company = try await TestCompany()
        let link = try await company.link()
        let (customer, form) = try await company.customer(at: link.token)
        _ = try await company.feedbackLinks.revoke(
            link.id, by: try company.member(.agent), .random(), try company.stamp(.agent))
        let page = try await customer.submit(
            form, ["quality": "1", "problems": "门关不严", "wants-call": "yes", "call-when": "晚上"])
        let words = try #require(page.form(Paths.complaint)["words"]?.value)
        #expect(words.contains("门关不严") && words.contains("施工与产品质量 1") && words.contains("客户希望回电：晚上"))
        #expect(try await customer.get(Paths.feedback(link.token)).has("//a[@href='\(Paths.complaint)']"))
        let long = String(repeating: "很", count: 2_001)
        let kept = try await customer.submit(form, ["quality": "1", "problems": Typed(long)])
        #expect(kept.status == 409 && kept.text.contains(long), "too long for the form, and there beside the ratings")
    }

    @Test("another link kills the first; the token is nowhere in the database")
    func reissued() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let first = try await company.link(for: project).token
        let second = try await company.link(for: project).token
        let (customer, form) = try await company.customer(at: second)
        #expect(try await company.browser().get(Paths.feedback(first)).status == 404)
        try await customer.submit(form, ["overall": "5", "problems": "漏水"])
        let bytes = try [company.folder.database, company.folder.database.appendingPathExtension("x")].prefix(1)
            .map { try Data(contentsOf: $0) }
        let wal = try? Data(contentsOf: URL(fileURLWithPath: company.folder.database.path + "-wal"))
        for data in bytes + [wal].compactMap(\.self) {
            #expect(data.range(of: Data(second.utf8)) == nil && data.range(of: Data(first.utf8)) == nil)
        }
    }

    @Test("a program that fills every field, or answers at once, gets nowhere; a person presses once more")
    func programs() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let customer = company.browser()
        let form = try await customer.get(Paths.feedback(token)).form(Paths.feedback(token))
        let quick = try await customer.submit(form, ["overall": "5"])
        #expect(quick.status == 422 && quick.text.contains("再提交一次"))
        company.clock.advance(seconds: 4)
        let trapped = try await customer.submit(quick.form(form.action), ["website": "http://spam.example"])
        #expect(trapped.status == 422)
        #expect(try await company.number("SELECT count(*) FROM feedback") == 0)
        company.clock.advance(seconds: 4)
        try await customer.submit(trapped.form(form.action), ["website": ""])
        #expect(try await company.number("SELECT count(*) FROM feedback") == 1)
    }

    @Test("sent too often, or added to without end, a form is shown again with every word")
    func tooOften() async throws {
        let company = try await TestCompany()
        let token = try await company.link().token
        let (customer, form) = try await company.customer(at: token)
        for _ in 0..<30 { #expect(try await customer.submit(form).status == 422) }
        let refused = try await customer.submit(form, ["problems": "门关不严"])
        #expect(refused.status == 429 && refused.html.contains("门关不严") && refused.text.contains("内容都还在"))
        #expect(refused.headers[.retryAfter] == "600", "when the ten minutes are over")
        company.clock.advance(minutes: 11)
        try await customer.submit(form, ["overall": "5"])
        for number in 1...21 {
            let adding = try await customer.get(Paths.feedback(token)).form(Paths.feedbackAdditions(token))
            let page = try await customer.submit(adding, ["words": Typed("第\(number)句")])
            #expect(page.status == (number == 21 ? 409 : 200))
            #expect(page.html.contains("第\(number)句"))
        }
        #expect(try await company.number("SELECT count(*) FROM feedback_addition") == 20)
    }

    @Test("guessing is stopped, while whoever holds a link comes in from the same network")
    func guesses() async throws {
        let company = try await TestCompany()
        let guesser = company.browser(from: "198.51.100.7")
        var statuses: [Int] = []
        for _ in 0..<40 { statuses.append(try await guesser.get(Paths.feedback(Sodium.token())).status) }
        #expect(statuses.prefix(30).allSatisfy { $0 == 404 } && statuses.suffix(10).allSatisfy { $0 == 429 })
        _ = try await company.customer(at: try await company.link().token)
    }

    @Test("links for many projects at once: those that are done and were never heard of, each with its card")
    func many() async throws {
        let company = try await TestCompany()
        let done: [MilestoneKind: MilestoneDates] = [.warrantyProcedure: MilestoneDates(actual: Day("2026-11-01"))]
        var projects: [Project.ID] = []
        for number in ["HF-1", "HF-2", "HF-3", "HF-4"] {
            let customer = try await company.registerCustomer("客户" + number, phones: ["1390000000" + number.suffix(1)])
            projects.append(
                try await company.registerProject(number, of: customer, milestones: number == "HF-4" ? [:] : done))
        }
        _ = try await company.feedback(of: projects[0])
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.newFeedbackLinks).form(Paths.manyFeedbackLinks)
        let offered = try agent.page.find("//input[@name='projects']").compactMap { $0["value"] }
        #expect(offered == [projects[1], projects[2]].map(String.init))
        #expect(try agent.page.find("//input[@name='projects'][@checked]").count == 2, "the own ones of late")
        let other = try await company.browser(signedInAs: .agent2).get(Paths.newFeedbackLinks)
        #expect(try !other.has("//input[@name='projects'][@checked]"))
        try await agent.submit(form)
        #expect(try agent.page.find("//section[@class='card-a6']").count == 2)
        #expect(try await company.number("SELECT count(*) FROM feedback_link") == 2)
        #expect(try await agent.get(Paths.newFeedbackLinks).text.contains("现在没有这样的工程"))
    }

    @Test("a forwarded link shows no phone, no address and nobody's answer")
    func forwarded() async throws {
        let company = try await TestCompany()
        let project = try await company.site(phone: "13812345678")
        _ = try await company.feedback(FeedbackContent(suggestions: "先前的话"), of: project)
        let page = try await company.browser().get(Paths.feedback(try await company.link(for: project).token))
        for secret in ["13812345678", "138", "幸福路", "王建国", "先前的话"] { #expect(!page.html.contains(secret)) }
    }

    @Test(
        "the message to send says who asks and until when, names nobody, and whether the customer takes text messages")
    func message() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let link = try await company.link(for: project)
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.projectFeedback(project))
        let message = try #require(page.find("//textarea[@readonly]").first?.text)
        #expect(message.contains(company.app.company.name) && message.contains("/feedback/" + link.token))
        #expect(message.contains("2026年12月23日") && !message.contains("王"))
        #expect(page.text.contains("没有同意接收短信"))
        try await company.database.write { db in try db.execute(sql: "UPDATE customer SET agrees_to_sms = 1") }
        #expect(try await agent.get(Paths.projectFeedback(project)).text.contains("客户同意接收短信"))
    }

    @Test("a card carries the address as a code on the paper that was asked for")
    func card() async throws {
        let company = try await TestCompany()
        let link = try await company.link()
        let agent = try await company.browser(signedInAs: .agent)
        for size in ["a6", "a4"] {
            let page = try await agent.get(Paths.feedbackCard(link.id) + "?size=\(size)")
            #expect(try page.has("//section[@class='card-\(size)']//*[local-name()='svg']"))
            #expect(page.text.contains("王建国先生 · HF-"), "whose card it is")
        }
        let code = try #require(QRCode("http://127.0.0.1:8080/feedback/x"))
        #expect(code.side == 37 && code.path.hasPrefix("M4 4h7v1h-7z"), "the first finder pattern")
    }
}
