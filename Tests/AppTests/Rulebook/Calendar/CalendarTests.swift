import Forms
import Foundation
import Logging
import Rulebooks
import Testing

@testable import App

@Suite("The working calendar (CAD-3)")
struct CalendarTests {
    private func days(_ page: ShownPage) throws -> [String] { try page.find("//table[1]//tbody/tr").map(\.text) }

    @Test("shows a year as announced, another one computed, and none outside 2020–2050")
    func years() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .agent)
        let page = try await browser.get(Paths.calendar)
        #expect(page.path == Paths.calendarYear(2026))
        #expect(try days(page).contains("春节2月15日（星期日）至2月23日（星期一）9 天"))
        #expect(page.mainText.contains("2月14日（星期六）") && page.mainText.contains("按已公布的放假安排"))
        #expect(try page.find("//main//form[@method='post']").isEmpty)
        let next = try await browser.follow(Paths.calendarYear(2027))
        #expect(next.mainText.contains(company.words()("calendar.computed")))
        #expect(try days(next).contains("春节2月5日（星期五）至2月8日（星期一）4 天"))
        #expect(try await browser.get(Paths.calendarYear(2019)).status == 404)
        #expect(try await browser.get(Paths.calendarYear(2051)).status == 404)
        #expect(try await browser.get("/calendar?year=2050").path == Paths.calendarYear(2050))
        #expect(try await browser.get("/calendar?year=x").path == Paths.calendarYear(2026))
    }

    @Test("a year that is entered counts at once, for planning and for call hours, and can be taken back")
    func entered() async throws {
        let company = try await TestCompany()
        let call = try await company.project("HF-1", startedDaysAgo: 2)
        #expect(call.opens == Day("2026-12-01"))
        let browser = try await company.browser(signedInAs: .admin)
        let form = try await browser.get(Paths.calendarYear(2026)).form(Paths.calendarYear(2026))
        let off = try #require(form["days-off"]?.value)
        let typed: [String: Typed] = ["days-off": Typed(off + "\n12月1日-12月3日"), "working-days": "11月29日"]
        let saved = try await browser.submit(form, typed)
        #expect(saved.notice == company.words()("notice.arrangement-saved"))
        #expect(saved.mainText.contains("周敏") && saved.mainText.contains("11月29日（星期日）"))
        let sunday = try #require(Day("2026-11-29"))
        #expect(company.app.rules.calendar.isWorkingDay(sunday), "call hours know it")
        #expect(try await company.project("HF-2", startedDaysAgo: 2).opens == Day("2026-12-04"))
        await catchUp(company)
        #expect(try await company.call(call.id).opens == Day("2026-12-04"))
        let loaded = try await CompanyStore(database: company.database).load().rules.calendar
        #expect(loaded == company.app.rules.calendar, "it survives a restart")

        let back = try await browser.submit(saved.form(Paths.arrangementWithdrawal(2026)))
        #expect(back.notice == company.words()("notice.arrangement-withdrawn"))
        #expect(!company.app.rules.calendar.isWorkingDay(sunday))
        await catchUp(company)
        #expect(try await company.call(call.id).opens == Day("2026-12-01"))
        #expect(
            try await company.number("SELECT count(*) FROM audit_entry WHERE action LIKE 'arrangement-%'") == 2)
    }

    private func catchUp(_ company: TestCompany) async {
        await Replanner(app: company.app, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).catchUp()
    }

    @Test(
        "days that cannot be are refused with the reason, and what was typed stays",
        arguments: [
            ("2月30日", "", "“2月30日”不是日期或一段日期"), ("2月5日至1月5日", "", "结束早于开始"),
            ("2026年2月5日", "", "不在 2027 年"), ("1月1日", "1月1日", "既放假又上班"),
            ("1月1日", "1月4日", "不是周末"), ("", "", "请"), ("<script>", "", "“<script>”不是日期"),
        ])
    func mistakes(off: String, worked: String, message: String) async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .admin)
        let form = try await browser.get(Paths.calendarYear(2027)).form(Paths.calendarYear(2027))
        let page = try await browser.submit(form, ["days-off": Typed(off), "working-days": Typed(worked)])
        #expect(page.status == 422)
        #expect(page.errors.contains { $0.contains(message) }, "\(page.errors)")
        let again = try page.form(Paths.calendarYear(2027))
        #expect(again["days-off"]?.value == off && again["working-days"]?.value == worked)
        #expect(try await company.number("SELECT count(*) FROM year_arrangement") == 0)
    }

    @Test("a statutory day that an arrangement forgets is pointed out")
    func forgotten() async throws {
        let company = try await TestCompany()
        let browser = try await company.browser(signedInAs: .admin)
        let form = try await browser.get(Paths.calendarYear(2027)).form(Paths.calendarYear(2027))
        let page = try await browser.submit(form, ["days-off": "2月5日至10月10日"])
        #expect(page.mainText.contains("法定节假日 1月1日不在放假的日子里"))
    }

    @Test(
        "days are read in the ways people list them",
        arguments: [
            "1月1日至3日", "1月1日-1月3日", "1-1~1-3", "2027年1月1日 至 2027年1月3日", "１／１－１／３", "01.01,01.02，1.3",
            "1月1日、1月2日、1月3号", "01-01 to 01-03", "1-3 1-2 1-1", "1月1日\n1月2日到3日",
        ])
    func waysOfWriting(_ text: String) {
        let read = DaysTyped(text, year: 2027)
        #expect(read.days.map(\.description) == ["2027-01-01", "2027-01-02", "2027-01-03"], "\(read)")
        #expect(read.mistakes.isEmpty)
    }

    @Test("what the form shows is read back as the same days in every language", arguments: Language.allCases)
    func roundTrip(_ language: Language) throws {
        let words = Words(language, zone: .gmt)
        for year in YearDecision.years {
            let bound = ArrangementForm.filled(.standard, year: year, words)
            let calendar = WorkCalendar(arrangements: [ArrangementForm.arrangement(bound, year: year)])
            #expect(CalendarYear(year, calendar).off == CalendarYear(year, .standard).off)
            #expect(CalendarYear(year, calendar).worked == CalendarYear(year, .standard).worked)
        }
    }
}
