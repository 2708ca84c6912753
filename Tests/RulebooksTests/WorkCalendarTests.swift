import Forms
import Rulebooks
import Testing

@Suite("Working days and days off (CAD-3)")
struct WorkCalendarTests {
    private func days(_ month: Int, _ days: ClosedRange<Int>) -> [Day] {
        days.compactMap { Day(year: 2026, month: month, day: $0) }
    }

    @Test("2026 is as it was announced, day by day")
    func announced() {
        let off = Set(
            days(1, 1...3) + days(2, 15...23) + days(4, 4...6) + days(5, 1...5) + days(6, 19...21) + days(9, 25...27)
                + days(10, 1...7))
        let worked = Set(
            days(1, 4...4) + days(2, 14...14) + days(2, 28...28) + days(5, 9...9) + days(9, 20...20)
                + days(10, 10...10))
        #expect(off.count == 33)
        let year = ClosedRange<Day>.years(2026...2026)
        for day in (0..<365).map({ year.lowerBound.adding(days: $0) }) {
            #expect(WorkCalendar.standard.isHoliday(day) == off.contains(day), "\(day)")
            let isWorked = worked.contains(day) || (day.weekday <= 5 && !off.contains(day))
            #expect(WorkCalendar.standard.isWorkingDay(day) == isWorked, "\(day)")
        }
    }

    @Test("a year without an announcement has the statutory days alone")
    func unannounced() throws {
        let calendar = WorkCalendar(arrangements: [])
        #expect(try !calendar.isHoliday(day("2026-10-04")))
        #expect(try calendar.isHoliday(day("2026-10-03")))
        #expect(try calendar.isWorkingDay(day("2026-10-05")))
        #expect(try !calendar.isWorkingDay(day("2026-10-10")))
        #expect(try WorkCalendar.standard.isHoliday(day("2027-02-05")))
        #expect(try !WorkCalendar.standard.isHoliday(day("2027-02-09")))
    }

    @Test("an arrangement replaces the statutory days of its own year, and only of that")
    func arrangement() throws {
        let arrangement = YearArrangement(
            year: 2027, daysOff: [try day("2027-03-01"), try day("2028-03-01")],
            workingDays: [try day("2027-03-06"), try day("2028-03-04")])
        let calendar = WorkCalendar(arrangements: [arrangement])
        #expect(try calendar.isHoliday(day("2027-03-01")))
        #expect(try !calendar.isHoliday(day("2027-10-01")))
        #expect(try calendar.isWorkingDay(day("2027-03-06")))
        #expect(try !calendar.isHoliday(day("2028-03-01")))
        #expect(try !calendar.isWorkingDay(day("2028-03-04")))
    }

    @Test("the later of two arrangements of one year is the one in force")
    func replaced() throws {
        let holiday = try day("2027-03-01")
        let first = YearArrangement(year: 2027, daysOff: [], workingDays: [])
        let second = YearArrangement(year: 2027, daysOff: [holiday], workingDays: [])
        #expect(WorkCalendar(arrangements: [first, second]).isHoliday(holiday))
        #expect(!WorkCalendar(arrangements: [second, first]).isHoliday(holiday))
    }
}
