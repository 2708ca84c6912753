import Foundation
import Testing

@testable import App

@Suite("What customers said is read as follow-up records are (ACC-2, FBK)")
struct FeedbackReadingTests {
    @Test("the agent of the project until it is sealed, the administrator, others by a grant for all of the project")
    func grounds() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let id = try await company.feedback(of: project)
        func sees(_ one: Staff) async throws -> Bool {
            let page = try await company.browser(signedInAs: one).get(Paths.feedbackRecord(id))
            #expect(page.status == 200 || (page.status == 403 && page.text.contains("FK20261123-01")), "the facts")
            return page.text.contains("客厅灯再亮一点")
        }
        let atFirst: [(Staff, Bool)] = [
            (.agent, true), (.admin, true), (.agent2, false), (.manager, false), (.executive, false),
        ]
        for (one, mayRead) in atFirst { #expect(try await sees(one) == mayRead, "\(one)") }
        company.passDeadline()
        #expect(try await !sees(.agent), "sealed")
        let wish = try await company.ask(.manager, toReadAllOf: project)
        #expect(try await !sees(.manager))
        _ = try await company.approve(wish)
        #expect(try await sees(.manager))
        let entries = try await company.audited("feedback", id)
        #expect(entries.contains("record-refused") && entries.filter { $0 == "record-read" }.count == 3)
    }

    @Test(
        "one feedback is asked for and granted alone; it opens no other, and the trail says who read it and why (ACC-4, ACC-6)"
    )
    func one() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let (wanted, other) = (try await company.feedback(of: project), try await company.feedback(of: project))
        company.passDeadline()
        let manager = try await company.browser(signedInAs: .manager)
        try await manager.get(Paths.feedbackRecord(wanted))
        let form = try await manager.follow("申请查阅").form(Paths.accessRequests)
        let refused = try await manager.submit(form, ["reason": "太短", "hours": "4"])
        #expect(refused.status == 422 && refused.text.contains("一份客户反馈：FK20261123-01"))
        try await manager.submit(refused.form(Paths.accessRequests), ["reason": "客户来电补充，需要核对原话"])
        let page = try await manager.get(Paths.feedbackRecord(wanted))
        #expect(page.status == 403 && page.text.contains("已申请，等待批复") && !page.text.contains("申请查阅 "))
        let again = try await manager.get(Paths.newAccessRequest(.record(.feedback(wanted))))
        #expect(again.path == Paths.accessRequest(1) && again.text.contains("已经申请过"))
        let twice = try await manager.submit(form, ["reason": "客户来电补充，需要核对原话", "hours": "4"])
        #expect(twice.path == Paths.accessRequest(1))
        #expect(try await company.number("SELECT count(*) FROM access_request") == 1)
        _ = try await company.approve(1)
        #expect(try await manager.get(Paths.today).has("//a[@href='\(Paths.accessRequest(1))']"), "who asked is told")
        #expect(try await manager.get(Paths.feedbackRecord(wanted)).text.contains("客厅灯再亮一点"))
        #expect(try await manager.get(Paths.feedbackRecord(other)).status == 403)
        #expect(try await manager.get(Paths.accessRequest(1)).has("//a[@href='\(Paths.feedbackRecord(wanted))']"))
        let admin = try await company.browser(signedInAs: .admin)
        try await admin.get(Paths.feedbackRecord(other))
        try await admin.get(Paths.feedbackRecord(wanted))
        let readings = try await admin.follow("谁读过")
        #expect(readings.text.contains("客户来电补充，需要核对原话") && readings.text.contains("凭授权"))
        #expect(
            try readings.find("//tbody/tr").count == 3,
            "read by two; one who was refused twice is one line; the other feedback is not in it")
        #expect(readings.text.contains("读过 2 次，另有 2 次被拒"))
    }

    @Test("a grant for a sheet opens no feedback, and one for a feedback no sheet")
    func apart() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let feedback = try await company.feedback(of: call.projectID)
        company.passDeadline()
        _ = try await company.approve(try await company.ask(.manager, toRead: call))
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.record(call.id)).status == 200)
        #expect(try await manager.get(Paths.feedbackRecord(feedback)).status == 403)
        let whole = try await company.ask(.executive, toReadAllOf: call.projectID)
        _ = try await company.approve(whole, only: .feedback(feedback))
        let executive = try await company.browser(signedInAs: .executive)
        #expect(try await executive.get(Paths.record(call.id)).status == 403)
        #expect(try await executive.get(Paths.feedbackRecord(feedback)).status == 200)
    }

    @Test("lists, files and searches show that it is there, never what it says")
    func lists() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        _ = try await company.feedback(of: project)
        let agent2 = try await company.browser(signedInAs: .agent2)
        for path in [Paths.project(project), Paths.projectFeedback(project)] {
            let page = try await agent2.get(path)
            #expect(page.text.contains("FK20261123-01") && !page.text.contains("客厅灯再亮一点"))
        }
    }
}
