import Forms
import Foundation
import Testing

@testable import App

@Suite("Call hours, and what the pages say outside them (CAD-3)")
struct CallHoursTests {
    /// A moment on Chinese clocks.
    private static func moment(_ day: String, _ time: String) -> Date {
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        guard let day = Day(day), let time = TimeOfDay(time) else { return .distantPast }
        return LocalDateTime(day: day, time: time).date(in: zone)
    }

    private static let moments: [(Date, NoCallTime?, String)] = [
        (moment("2026-11-23", "10:30"), nil, ""),
        (moment("2026-11-23", "15:00"), nil, ""),
        (moment("2026-11-23", "09:59"), .offHours, "10:00"),
        (moment("2026-11-23", "11:30"), .offHours, "15:00"),
        (moment("2026-11-23", "17:30"), .offHours, "星期二 2026年11月24日 10:00"),
        (moment("2026-11-21", "10:30"), .dayOff, "星期一 2026年11月23日 10:00"),
        // The National Day holiday of 2026, and the Saturday that is worked for it.
        (moment("2026-10-01", "10:30"), .holiday, "星期四 2026年10月8日 10:00"),
        (moment("2026-10-10", "10:30"), nil, ""),
        (moment("2026-10-09", "18:00"), .offHours, "星期六 2026年10月10日 10:00"),
        // A year without an announcement has its statutory days.
        (moment("2030-10-02", "10:30"), .holiday, "星期五 2030年10月4日 10:00"),
    ]

    @Test("today and the sheet say why nobody is called now, and when the next hours begin", arguments: moments)
    func pages(_ moment: Date, why: NoCallTime?, next: String) async throws {
        let company = try await TestCompany(at: moment)
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        for path in [Paths.today, Paths.sheet(call.id), Paths.followUp(call.id)] {
            let page = try await browser.get(path)
            let notes = try page.find("//main//p[contains(@class, 'note-warning')]").map(\.text)
            guard let why else {
                #expect(notes == [], "\(path)")
                continue
            }
            let words = company.words()(
                "call-hours.\(why.rawValue)", ["hours": "10:00–11:30、15:00–17:30", "next": next])
            #expect(notes == [words], "\(path)")
        }
    }

    @Test("whoever makes no calls is not told about them")
    func others() async throws {
        let company = try await TestCompany(at: Self.moment("2026-11-21", "10:30"))
        let page = try await company.browser(signedInAs: .executive).get(Paths.today)
        #expect(try !page.has("//main//p[contains(@class, 'note-warning')]"))
    }

    @Test(
        "a callback outside the hours or on a holiday is agreed all the same, with a gentle word",
        arguments: [
            ("2026-11-24", "16:00", "notice.callback-agreed"),
            ("2026-11-24", "20:00", "notice.callback-agreed.off-hours"),
            ("2026-11-28", "10:30", "notice.callback-agreed.day-off"),
            ("2027-01-01", "10:30", "notice.callback-agreed.holiday"),
        ])
    func callback(day: String, time: String, notice: String) async throws {
        let company = try await TestCompany()
        let call = try await company.owedCall()
        let browser = try await company.browser(signedInAs: .agent)
        let typed: [String: Typed] = ["callback.date": Typed(day), "callback.time": Typed(time)]
        let page = try await browser.agree("typed", typed, of: call)
        #expect(page.status == 200 && page.notice == company.words()(notice))
        #expect(try await company.call(call.id).callbackAt == Self.moment(day, time))
    }
}
