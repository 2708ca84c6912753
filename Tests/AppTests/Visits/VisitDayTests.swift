import Forms
import Testing

@testable import App

@Suite("A technician's day")
struct VisitDayTests {
    private static func titles(_ page: ShownPage) throws -> [String] {
        try page.find("//main//h3").map { $0.text.split(separator: " ").first.map(String.init) ?? "" }
    }

    private static func numbers(_ page: ShownPage) throws -> [String] {
        try page.find("//h4/span").map(\.text).compactMap { $0.split(separator: " ").last.map(String.init) }
    }

    @Test("shows my visits in order of time: those left over first, then today, those without a time, tomorrow")
    func order() async throws {
        let company = try await TestCompany()
        let today = company.today
        _ = try await company.sentVisit("PG-4", on: today.adding(days: 1), hours: (9, 10))
        _ = try await company.sentVisit("PG-3")
        _ = try await company.sentVisit("PG-2", hours: (14, 16))
        _ = try await company.sentVisit("PG-1", hours: (9, 10))
        _ = try await company.sentVisit("PG-0", on: today.adding(days: -2), hours: (9, 10))
        _ = try await company.sentVisit("PG-9", on: today.adding(days: 5), hours: (9, 10))
        try await company.makeTechnician(.agent2)
        _ = try await company.sentVisit("PG-8", to: .agent2, hours: (9, 10))
        let page = try await company.browser(signedInAs: .technician).get(Paths.today)
        #expect(try Self.titles(page) == ["过了日子还没填服务单", "今天", "还没约时间", "明天"])
        #expect(try Self.numbers(page) == ["PG-0", "PG-1", "PG-2", "PG-3", "PG-4"])
        #expect(page.text.contains("后天起还有 1 次"))
    }

    @Test("says what to know: what is wrong, what to bring, and where, on a map")
    func card() async throws {
        let company = try await TestCompany()
        let sent = try await company.sentVisit(hours: (14, 16))
        let page = try await company.browser(signedInAs: .technician).get(Paths.today)
        #expect(page.text.contains("14:00–16:00") && page.text.contains("水龙头漏水") && page.text.contains("管钳、生料带"))
        let map = try #require(
            page.links.first { $0["href"]?.hasPrefix("https://uri.amap.com/search?keyword=") == true })
        #expect(map["href"]?.contains("%E5%B9%B8%E7%A6%8F") == true)
        #expect(map["rel"] == "noreferrer")
        #expect(!page.text.contains("13800001234"), "a number is shown only when it is asked for")
        #expect(page.forms.contains { $0.action == Paths.acceptance(visit: sent.visit) })
    }

    @Test("is empty with a word, and no visit of it once it was reported")
    func empty() async throws {
        let company = try await TestCompany()
        let technician = try await Technician(company, try await company.sentVisit())
        try await technician.report()
        let page = try await technician.browser.get(Paths.today)
        #expect(page.text.contains("没有要去的上门"))
    }
}
