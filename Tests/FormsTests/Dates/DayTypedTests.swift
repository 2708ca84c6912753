import Forms
import Testing

@Suite("A typed date")
struct DayTypedTests {
    @Test(
        "the ways in which people write a whole date are read",
        arguments: [
            "2026-01-02", "2026-1-2", "2026/1/2", "2026.1.2", "20260102", "2026年1月2日", "2026年01月02日", "2026年1月2号",
            "2026年1月2號", "2026 年 1 月 2 日", "２０２６年１月２日", "２０２６－１－２", "２０２６／１／２", " 2026-01-02　", "2026–1–2", "2026年1月2",
        ])
    func whole(typed: String) {
        #expect(Day(typed: typed, today: Sample.today) == Sample.day(2026, 1, 2))
    }

    @Test(
        "a date without a year is the one nearest to today",
        arguments: [
            ("11月20日", "2026-11-20"), ("11-30", "2026-11-30"), ("1月2日", "2027-01-02"), ("1-2", "2027-01-02"),
            ("6/1", "2026-06-01"), ("12.31", "2026-12-31"), ("１月２号", "2027-01-02"),
        ])
    func withoutYear(typed: String, day: String) {
        #expect(Day(typed: typed, today: Sample.today) == Day(day))
    }

    @Test("a date without a year is the one that the field asks for, if there is one")
    func within() throws {
        let today = try #require(Day("2026-11-28")), past = Day.earliest...today,
            coming = today...today.adding(days: 400)
        #expect(Day(typed: "5月1日", today: today, within: past)?.description == "2026-05-01")
        #expect(Day(typed: "5月1日", today: today, within: coming)?.description == "2027-05-01")
        #expect(Day(typed: "12-1", today: today, within: past)?.description == "2025-12-01")
        #expect(
            Day(typed: "5月1日", today: today, within: today...today)?.description == "2027-05-01", "the nearest is told")
        #expect(Day(typed: "2027年5月1日", today: today, within: past)?.description == "2027-05-01")
    }

    @Test("in January a date in December is the last one")
    func lastDecember() {
        #expect(Day(typed: "12月30日", today: Sample.day(2027, 1, 4)) == Sample.day(2026, 12, 30))
    }

    @Test("29 February without a year needs a leap year next to this one")
    func leapDay() {
        #expect(Day(typed: "2月29日", today: Sample.day(2026, 6, 1)) == nil)
        #expect(Day(typed: "2月29日", today: Sample.day(2027, 12, 1)) == Sample.day(2028, 2, 29))
    }

    @Test(
        "words for days near today are read",
        arguments: [
            ("前天", -2), ("昨天", -1), ("今天", 0), ("今日", 0), ("明天", 1), ("后天", 2), ("後天", 2), ("Today", 0),
            ("tomorrow", 1),
        ])
    func words(word: String, days: Int) {
        #expect(Day(typed: word, today: Sample.today) == Sample.today.adding(days: days))
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "-", "2026", "2026-02-31", "2026-13-01", "26-1-2", "2026-1/2", "2026-1-2-3", "202601022", "2026年", "1月",
            "32日",
            "99999999999999999999-1-1", "今天吧", "2026-1-2 9:30", "٢٠٢٦-١-٢", "0-0", "2026-001-02",
        ])
    func refused(typed: String) {
        #expect(Day(typed: typed, today: Sample.today) == nil)
    }
}
