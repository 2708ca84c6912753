import Forms
import Testing

@testable import App

@Suite("Today's list")
struct TodayTests {
    @Test("agreed callbacks come first, then what is overdue, the oldest first, then what is due by closing (CAD-2a)")
    func order() async throws {
        let company = try await TestCompany()
        try await company.project("HF-DUE", startedDaysAgo: 11)
        try await company.project("HF-LATE", startedDaysAgo: 21)
        try await company.project("HF-SOON", startedDaysAgo: 14)
        try await company.project("HF-OLD", startedDaysAgo: 40)
        try await company.project("HF-LAST", startedDaysAgo: 15)
        try await company.project("HF-NEXT", startedDaysAgo: 9)
        try await company.project("HF-OTHERS", startedDaysAgo: 30, agent: .agent2)
        let soon = try await company.project("HF-NOW", startedDaysAgo: 12)
        let later = try await company.project("HF-TOMORROW", startedDaysAgo: 50)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("hour", of: soon)
        try await browser.agree("tomorrow", of: later)
        company.clock.advance(minutes: 61)

        let page = try await browser.get(Paths.today)
        #expect(try page.projectNumbers() == ["HF-NOW", "HF-OLD", "HF-LATE", "HF-LAST", "HF-SOON", "HF-DUE"])
        let rows = try page.rows()
        #expect(rows.first?.contains("约在 11:30") == true)
        #expect(rows.dropFirst().first?.contains("已过期 25 天") == true)
        #expect(rows.dropFirst(3).first?.contains("今天最后一天") == true)
        #expect(rows.last?.contains("还有 4 天") == true)
        #expect(page.text.contains("另有 1 个约在以后"), "callbacks of other days are counted, not listed")
        #expect(try figures(page) == ["约好今天": "1", "已过期": "2", "到期": "3"])
    }

    @Test("an agreed time is marked once it has come (CAD-4)")
    func hasCome() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("hour", of: call)
        #expect(try await !browser.get(Paths.today).has("//tr[contains(@class, 'is-now')]"))
        company.clock.advance(minutes: 60)
        #expect(try await browser.get(Paths.today).has("//tr[contains(@class, 'is-now')]"))
    }

    @Test("a callback of another day is on the list of that day")
    func nextDay() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 12)
        let browser = try await company.browser(signedInAs: .agent)
        try await browser.agree("tomorrow", of: call)
        #expect(try await browser.get(Paths.today).rows().isEmpty)
        company.clock.advance(days: 1)
        let next = try await company.browser(signedInAs: .agent).get(Paths.today)
        #expect(try next.rows().first?.contains("约在 10:30") == true)
        company.clock.advance(days: 3)
        let missed = try await company.browser(signedInAs: .agent).get(Paths.today)
        #expect(try missed.projectNumbers() == ["HF-1"], "a callback that was not made stays")
    }

    @Test("shows fifty calls and leads to the others, and counts them all")
    func many() async throws {
        let company = try await TestCompany()
        for number in 1...53 { try await company.project("HF-\(number)", startedDaysAgo: 21) }
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.today)
        #expect(try page.rows().count == 50)
        #expect(try figures(page)["已过期"] == "53")
        let more = try #require(try page.find("//main//p/a[contains(., '3')]").first?["href"])
        #expect(try await browser.get(more).text.contains("共 53 个"))
    }

    @Test("the figures lead to lists of just what they count (REP-5)")
    func figuresLead() async throws {
        let company = try await TestCompany()
        try await company.project("HF-LATE", startedDaysAgo: 21)
        try await company.project("HF-DUE", startedDaysAgo: 11)
        try await company.project("HF-OTHERS", startedDaysAgo: 21, agent: .agent2)
        let browser = try await company.browser(signedInAs: .agent)
        for (state, numbers) in [("overdue", ["HF-LATE"]), ("due", ["HF-DUE"])] {
            let page = try await browser.get(Paths.today)
            let href = try #require(
                try page.find("//ul[@class='figures']//a[.//*[contains(@class, 'badge-\(state)')]]").first?["href"])
            #expect(try await browser.get(href).projectNumbers() == numbers)
        }
    }

    @Test("what was done this week is counted, from Monday on (CAD-5)")
    func doneThisWeek() async throws {
        let company = try await TestCompany()
        _ = try await company.filledCall("HF-1")
        _ = try await company.filledCall("HF-2")
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).text.contains("本周已完成 2 个"))
        company.clock.advance(days: 6)
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).text.contains("本周已完成 2 个"))
        company.clock.advance(days: 1)
        #expect(try await company.browser(signedInAs: .agent).get(Paths.today).text.contains("本周已完成 0 个"))
    }

    private func figures(_ page: ShownPage) throws -> [String: String] {
        let pairs = try page.find("//ul[@class='figures']/li/a").map { item in
            (
                try page.find("./span", in: item).first?.text ?? "", try page.find("./b", in: item).first?.text ?? ""
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
