import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

@Suite("Where the week stands, each number a link to what it counts (CAD-5, REP-5)")
struct RatePageTests {
    /// Calls whose windows end in the week of Monday, 23 November, one of each kind, and others that do not belong.
    private func staged(_ company: TestCompany) async throws {
        let done = try await company.project("HF-DONE", startedDaysAgo: 15)
        try await company.fillSheet(of: done, saying: "好")
        let excused = try await company.project("HF-EXCUSED", startedDaysAgo: 14)
        _ = try await company.followUps.excuse(excused.id, because: "搬走", .random(), try company.stamp(.admin))
        for (number, outcome) in [("HF-REFUSED", Attempt.Outcome.refused), ("HF-VAIN", .busy)] {
            let call = try await company.project(number, startedDaysAgo: 13)
            for _ in 0..<3 {
                _ = try await company.followUps.record(
                    outcome, callbackAt: nil, of: call.id, by: try company.member(.agent), .random(),
                    try company.stamp(.agent))
            }
        }
        let once = try await company.project("HF-ONCE", startedDaysAgo: 12)
        _ = try await company.followUps.record(
            .refused, callbackAt: nil, of: once.id, by: try company.member(.agent), .random(), try company.stamp(.agent)
        )
        try await company.project("HF-OPEN", startedDaysAgo: 9)
        try await company.project("HF-LASTWEEK", startedDaysAgo: 16)
        try await company.project("HF-NEXTWEEK", startedDaysAgo: 8)
        try await company.project("HF-OTHERS", startedDaysAgo: 11, agent: .agent2)
    }

    private static let expected: [String: Set<String>] = [
        "应完成": ["HF-DONE", "HF-EXCUSED", "HF-REFUSED", "HF-VAIN", "HF-ONCE", "HF-OPEN"],
        "已完成": ["HF-DONE"], "经批准不需要": ["HF-EXCUSED"], "客户拒绝": ["HF-REFUSED", "HF-ONCE"],
        "联系不上": ["HF-VAIN"], "还没做": ["HF-OPEN"],
    ]

    @Test("the agent sees rate, target, definition and every part, and each number agrees with its list")
    func agentsDay() async throws {
        let company = try await TestCompany()
        try await staged(company)
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.today)
        #expect(try page.find("//p[@class='rate']").first?.text == "20% 目标 90%，还差 4 个")
        #expect(page.text.contains(company.words()("rate.definition", ["target": "90"])))
        let links = try page.find("//ul[contains(@class, 'rate-parts')]//a")
        #expect(links.count == FollowUpRate.Part.allCases.count)
        for link in links {
            let words = link.text.split(separator: " ").map(String.init)
            let expected = try #require(Self.expected[words.first ?? ""])
            let list = try await browser.get(try #require(link["href"])).projectNumbers()
            #expect(Set(list) == expected && list.count == expected.count, "\(words)")
            #expect(words.last == String(expected.count), "\(words)")
        }
    }

    @Test("a call that waits for a planned date, or that a changed plan no longer holds, is not due")
    func notDue() async throws {
        let company = try await TestCompany()
        let customer = try await company.registerCustomer()
        _ = try await company.registerProject(
            "HF-PLANNED", of: customer,
            milestones: [.started: MilestoneDates(planned: company.today.adding(days: -12))])
        let moved = try await company.project("HF-MOVED", startedDaysAgo: 12)
        let agent = try company.member(.agent)
        _ = try await company.followUps.record(
            .busy, callbackAt: nil, of: moved.id, by: agent, .random(), try company.stamp(.agent))
        try await company.database.write { db in try PlanStore.excuse(db, moved.id) }
        let rates = try await company.followUps.rates(in: Week(of: company.today).days, of: .all)
        #expect(rates == [])
        #expect(try await company.number("SELECT count(*) FROM follow_up WHERE is_tentative") > 0)
    }

    @Test("a refusal counts as one until the customer is reached, promised a time, or the call is handed back")
    func refusal() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let agent = try company.member(.agent)
        func attempt(_ outcome: Attempt.Outcome) async throws -> FollowUpRate {
            company.clock.advance(minutes: 1)
            let at = outcome == .callLater ? company.clock.now.addingTimeInterval(3600) : nil
            _ = try await company.followUps.record(
                outcome, callbackAt: at, of: call.id, by: agent, .random(), try company.stamp(.agent))
            return try await company.followUps.rates(in: Week(of: company.today).days, of: .all).total
        }
        #expect(try await attempt(.refused).refused == 1)
        #expect(try await attempt(.callLater).open == 1)
        #expect(try await attempt(.busy).open == 1)
        #expect(try await attempt(.refused).refused == 1, "given up, because the customer refused")
        _ = try await company.followUps.reinstate(call.id, .random(), try company.stamp(.admin))
        #expect(try await company.followUps.rates(in: Week(of: company.today).days, of: .all).total.open == 1)
    }

    @Test(
        "administrators and executives see the company and each agent, agents themselves",
        arguments: [Staff.admin, .executive, .agent2])
    func company(one: Staff) async throws {
        let company = try await TestCompany()
        try await staged(company)
        let browser = try await company.browser(signedInAs: one)
        let page = try await browser.get(Paths.rate)
        let isWhole = one != .agent2
        #expect(try page.find("//p[@class='rate']").first?.text.hasPrefix(isWhole ? "16%" : "0%") == true)
        #expect(try page.rows().count == (isWhole ? 2 : 0))
        for link in try page.find("//main//td/a | //ul[contains(@class, 'rate-parts')]//a") {
            let list = try await browser.get(try #require(link["href"])).projectNumbers()
            #expect(link.text.split(separator: " ").last.map(String.init) == String(list.count), "\(link)")
        }
    }

    @Test("weeks are turned one by one, and an odd week is this one")
    func weeks() async throws {
        let company = try await TestCompany()
        try await staged(company)
        let browser = try await company.browser(signedInAs: .admin)
        #expect(try await browser.get("/follow-ups/rate?week=2026-W99").heading == "回访率 2026 年第 48 周")
        let before = try await browser.follow(company.words()("rate.previous-week"))
        #expect(before.heading == "回访率 2026 年第 47 周")
        #expect(try before.find("//p[@class='rate']").first?.text.hasPrefix("0%") == true)
        #expect(try await browser.follow(company.words()("rate.this-week")).heading == "回访率 2026 年第 48 周")
        let after = try await browser.get("/follow-ups/rate?week=2027-W20")
        #expect(try after.find("//p[@class='rate']").first?.text.contains(company.words()("rate.nothing-due")) == true)
    }

    @Test("is counted by an index, and so is each list it leads to")
    func work() async throws {
        let company = try await TestCompany()
        try await company.grow()
        let work = StatementWork(company.database)
        let lists = FollowUpRate.Part.allCases.map { "/follow-ups?outcome=\($0.rawValue)" }
        let narrower = lists.map { $0 + "&agent=me&from=2026-11-23&until=2026-11-29" }
        for path in [Paths.rate] + lists + narrower {
            for one in [Staff.admin, .agent] {
                let browser = try await company.browser(signedInAs: one)
                let statements = try await work.statements { try await browser.get(path) }
                for statement in statements {
                    let (steps, plan) = try await work.steps(of: statement)
                    #expect(steps < 25_000, "\(path): \(statement)\n    \(plan)")
                }
            }
        }
    }
}
