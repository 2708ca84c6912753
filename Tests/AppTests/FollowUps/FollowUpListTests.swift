import Forms
import Rulebooks
import Testing

@testable import App

@Suite("The list of follow-ups (UX-7)")
struct FollowUpListTests {
    private func staged(_ company: TestCompany) async throws -> Browser {
        try await company.project("HF-LATE", startedDaysAgo: 21)
        try await company.project("HF-DUE", startedDaysAgo: 12)
        try await company.project("HF-PLANNED", startedDaysAgo: 2)
        try await company.project("HF-OTHERS", startedDaysAgo: 22, agent: .agent2)
        let callback = try await company.project("HF-CALLBACK", startedDaysAgo: 13)
        let done = try await company.project("HF-DONE", startedDaysAgo: 11)
        try await company.fillSheet(of: done, saying: "好")
        let excused = try await company.project("HF-EXCUSED", startedDaysAgo: 14)
        _ = try await company.followUps.excuse(excused.id, because: "搬走", .random(), try company.stamp(.admin))
        let vain = try await company.project("HF-VAIN", startedDaysAgo: 15)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("tomorrow", of: callback)
        for _ in 0..<3 { try await browser.record(.busy, of: vain) }
        return browser
    }

    @Test("is narrowed to each state, and says how many there are (CAD-2)")
    func states() async throws {
        let company = try await TestCompany()
        let browser = try await staged(company)
        let expected: [FollowUp.State: [String]] = [
            .overdue: ["HF-OTHERS", "HF-LATE"], .due: ["HF-DUE"], .planned: ["HF-PLANNED"], .callback: ["HF-CALLBACK"],
            .done: ["HF-DONE"], .notApplicable: ["HF-EXCUSED"], .unreachable: ["HF-VAIN"],
        ]
        #expect(Set(expected.keys) == Set(FollowUp.State.allCases))
        for (state, numbers) in expected {
            let form = try await browser.get(Paths.followUps).form(Paths.followUps)
            let page = try await browser.submit(form, ["state": Typed(state.rawValue)])
            let shown = try page.projectNumbers()
            #expect(shown == numbers, "\(state)")
            #expect(page.text.contains("共 \(numbers.count) 个"))
            #expect(try page.form(Paths.followUps)["state"]?.value == state.rawValue, "the filter stays chosen")
            let label = company.words()("follow-up.state.\(state.rawValue)")
            #expect(try page.rows().allSatisfy { $0.contains(label) })
        }
    }

    @Test("is narrowed to an agent and to days, together")
    func agentAndDays() async throws {
        let company = try await TestCompany()
        let browser = try await staged(company)
        let form = try await browser.get(Paths.followUps).form(Paths.followUps)
        let agent2 = Typed("\(try company.member(.agent2).id)")
        #expect(try await browser.submit(form, ["agent": agent2]).projectNumbers() == ["HF-OTHERS"])
        let days: [String: Typed] = ["from": "2026-11-16", "until": "2026-11-24"]
        #expect(
            try await browser.submit(form, days).projectNumbers() == ["HF-EXCUSED", "HF-VAIN", "HF-LATE", "HF-OTHERS"])
        let both = try await browser.submit(form, days.merging(["agent": agent2]) { $1 })
        #expect(try both.projectNumbers() == ["HF-OTHERS"])
        #expect(try both.form(Paths.followUps)["from"]?.value == "2026-11-16")
    }

    @Test("comes fifty by fifty, every follow-up once, and filters stay on every page")
    func paging() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        for number in 1...103 {
            _ = try await company.registerProject(
                "HF-\(number)", of: customer,
                milestones: [.started: .init(actual: company.today.adding(days: -20 - number))])
        }
        let browser = try await company.browser(signedInAs: .agent)
        var seen = try await browser.get("/follow-ups?state=overdue").projectNumbers()
        #expect(seen.count == 50)
        #expect(browser.page.text.contains("共 103 个"))
        seen += try await browser.follow(company.words()("pagination.next")).projectNumbers()
        seen += try await browser.follow(company.words()("pagination.next")).projectNumbers()
        #expect(browser.page.path == "/follow-ups?state=overdue&page=3")
        #expect(seen.count == 103 && Set(seen).count == 103)
        #expect(seen.first == "HF-103", "the oldest first")
        #expect(throws: NotShown.self) { try browser.page.link(company.words()("pagination.next")) }
        #expect(try await browser.follow(company.words()("pagination.previous")).projectNumbers().count == 50)
    }

    @Test("exactly fifty are one page")
    func onePage() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        for number in 1...50 {
            _ = try await company.registerProject(
                "HF-\(number)", of: customer, milestones: [.started: .init(actual: company.today.adding(days: -30))])
        }
        let page = try await company.browser(signedInAs: .agent).get(Paths.followUps)
        #expect(try page.rows().count == 50)
        #expect(throws: NotShown.self) { try page.link(company.words()("pagination.next")) }
    }

    @Test("never shows what was said in a call (ACC-2)", arguments: Staff.allCases)
    func noContent(one: Staff) async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall(saying: "机密的话")
        let browser = try await company.browser(signedInAs: one)
        for path in [Paths.followUps, Paths.followUpsFile, Paths.today, Paths.customers + "?q=机密".encodedForPath] {
            #expect(try await !browser.get(path).html.contains("机密的话"), "\(path)")
        }
    }
}

extension String {
    /// With what is not ASCII as browsers write it into addresses.
    fileprivate var encodedForPath: String {
        utf8.map { $0 < 128 ? String(UnicodeScalar($0)) : "%" + String($0, radix: 16) }.joined()
    }
}
