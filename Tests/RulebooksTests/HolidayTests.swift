import Forms
import Rulebooks
import Testing

@Suite("Statutory holidays (CAD-3)")
struct HolidayTests {
    private func days(_ holiday: Holiday, _ year: Int) -> [String] {
        WorkCalendar.statutoryHolidays(in: year).filter { $0.holiday == holiday }.map(\.day.description)
    }

    @Test(
        "the lunar new year, with its eve and first three days",
        arguments: [
            "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
            "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31",
            "2034-02-19", "2035-02-08", "2040-02-12", "2045-02-17", "2050-01-23",
        ])
    func springFestival(newYear: String) throws {
        let first = try day(newYear)
        let expected = (-1...2).map { first.adding(days: $0).description }
        #expect(days(.springFestival, first.year) == expected)
    }

    @Test(
        "the dragon boat festival",
        arguments: [
            "2020-06-25", "2021-06-14", "2022-06-03", "2023-06-22", "2024-06-10", "2025-05-31", "2026-06-19",
            "2027-06-09", "2028-05-28", "2029-06-16", "2030-06-05", "2033-06-01",
        ])
    func dragonBoat(expected: String) throws {
        #expect(try days(.dragonBoat, day(expected).year) == [expected])
    }

    @Test(
        "the mid-autumn festival",
        arguments: [
            "2020-10-01", "2021-09-21", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25",
            "2027-09-15", "2028-10-03", "2029-09-22", "2030-09-12", "2033-09-08",
        ])
    func midAutumn(expected: String) throws {
        #expect(try days(.midAutumn, day(expected).year) == [expected])
    }

    @Test("Qingming is on 4 or 5 April as the sun has it")
    func qingming() {
        let onTheFourth = [2020, 2021, 2024, 2025, 2028, 2029, 2032, 2033, 2036, 2037, 2040, 2041, 2042, 2050]
        let onTheFifth = [2022, 2023, 2026, 2027, 2030, 2031, 2034, 2035, 2038, 2039, 2043, 2047]
        for year in onTheFourth { #expect(days(.qingming, year) == ["\(year)-04-04"]) }
        for year in onTheFifth { #expect(days(.qingming, year) == ["\(year)-04-05"]) }
    }

    @Test("every year from 2020 to 2050 has its thirteen days", arguments: 2020...2050)
    func complete(year: Int) {
        let holidays = WorkCalendar.statutoryHolidays(in: year)
        #expect(holidays.count == 13)
        #expect(Set(holidays.map(\.holiday)) == Set(Holiday.allCases))
        #expect(days(.newYear, year) == ["\(year)-01-01"])
        #expect(days(.labourDay, year) == ["\(year)-05-01", "\(year)-05-02"])
        #expect(days(.nationalDay, year) == ["\(year)-10-01", "\(year)-10-02", "\(year)-10-03"])
    }
}
