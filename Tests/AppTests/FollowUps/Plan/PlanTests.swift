import Forms
import Foundation
import Logging
import Rulebooks
import Testing

@testable import App

@Suite("The plan of a project")
struct PlanTests {
    @Test("overdue is computed: only the clock moves, and nothing stored does (CAD-2a)")
    func overdueIsComputed() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 9)
        let stored = try await company.storedPlan()
        var states: [FollowUp.State] = []
        for _ in 0..<4 {
            states.append(try await company.state(call.id))
            company.clock.advance(days: 1)
        }
        #expect(states == [.planned, .due, .due, .due])
        company.clock.advance(days: 3)
        #expect(try await company.state(call.id) == .overdue)
        company.clock.advance(days: 365)
        #expect(try await company.state(call.id) == .overdue, "what is owed stays until it was done or excused")
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).projectNumbers() == ["HF-1"])
        #expect(try await company.storedPlan() == stored)
    }

    @Test("a call that somebody tried is excused when the plan drops it, and comes back when the plan does (CAD-2a)")
    func excusedNotDeleted() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.record(.busy, of: call)
        try await enter(["actual-started": ""], call, browser)
        #expect(try await company.state(call.id) == .notApplicable)
        let page = try await browser.get(Paths.followUp(call.id))
        #expect(page.text.contains(company.words()("follow-up.plan-changed")))
        #expect(page.text.contains(company.words()("attempt.outcome.busy")), "what was tried stays on record")
        #expect(try await browser.get(Paths.today).rows().isEmpty)
        try await enter(["actual-started": "2026-11-12"], call, browser)
        #expect(try await company.state(call.id) == .due)
        #expect(try await company.call(call.id).opens == Day("2026-11-22"))
        #expect(try await company.call(call.id).attempts == 1)
    }

    @Test("a call that nobody touched is gone with its milestone, and there again with it")
    func untouched() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        try await enter(["actual-started": ""], call, browser)
        #expect(try await company.followUps.ofProject(call.projectID).isEmpty)
        try await enter(["actual-started": "2026-11-12"], call, browser)
        #expect(try await company.followUps.ofProject(call.projectID).map(\.stage) == ["initial"])
    }

    @Test("a draft alone is enough to keep a call that the plan drops")
    func withDraft() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.post(Paths.draft(call.id), browser.sheet(call).entries(["customerWords": "说到一半"]))
        try await enter(["actual-started": ""], call, browser)
        #expect(try await company.state(call.id) == .notApplicable)
        try await enter(["actual-started": "2026-11-12"], call, browser)
        #expect(try await browser.sheet(call)["customerWords"]?.value == "说到一半")
    }

    @Test("what an administrator excused stays excused, whatever happens to the dates")
    func excusedByHand() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        _ = try await company.followUps.excuse(call.id, because: "客户已搬走", .random(), try company.stamp(.admin))
        let browser = try await company.browser(signedInAs: .agent)
        try await enter(["actual-started": "2026-11-05"], call, browser)
        #expect(try await company.state(call.id) == .notApplicable)
        #expect(try await browser.get(Paths.followUp(call.id)).text.contains("客户已搬走"))
    }

    @Test("what was done stays as it was when its milestone moves or goes (ARC-3)", arguments: ["2026-10-01", ""])
    func doneStays(start: String) async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        let before = try await company.call(call.id)
        let browser = try await company.browser(signedInAs: .agent)
        try await enter(["actual-started": Typed(start)], call, browser)
        let after = try await company.call(call.id)
        #expect("\(after)" == "\(before)")
        #expect(try await browser.get(Paths.record(call.id)).status == 200)
    }

    @Test("a call that counts from a day that is only planned is never due, however late it gets")
    func tentative() async throws {
        let company = try await TestCompany()
        let project = try await company.registerProject(
            "HF-1", of: company.registerCustomer(), milestones: [.started: MilestoneDates(planned: company.today)])
        let call = try #require(try await company.followUps.ofProject(project).first)
        #expect(call.isTentative)
        for _ in 0..<5 {
            #expect(try await company.state(call.id) == .planned)
            #expect(try await company.browser(signedInAs: .agent).get(Paths.today).rows().isEmpty)
            company.clock.advance(days: 20)
        }
        let browser = try await company.browser(signedInAs: .agent)
        #expect(try await browser.get("/follow-ups?state=overdue").projectNumbers().isEmpty)
        #expect(try await browser.get("/follow-ups?state=planned").projectNumbers() == ["HF-1"])
        #expect(try await browser.get(Paths.followUp(call.id)).text.contains(company.words()("follow-up.tentative")))
        try await enter(["actual-started": "2026-11-25"], call, browser)
        #expect(try await company.state(call.id) == .overdue, "the day on which it happened makes it firm")
    }

    private func enter(_ dates: [String: Typed], _ call: FollowUp, _ browser: Browser) async throws {
        let form = try await browser.get(Paths.milestones(call.projectID)).form()
        let page = try await browser.submit(form, dates)
        #expect(page.notice == browser.company.words()("notice.milestones-saved"), "\(page)")
    }
}
