import Forms

/// The public holidays of China (CAD-3, MSG-1).
public enum Holiday: String, Sendable, Hashable, CaseIterable, Codable {
    case newYear = "new-year"
    case springFestival = "spring-festival"
    case qingming
    case labourDay = "labour-day"
    case dragonBoat = "dragon-boat"
    case midAutumn = "mid-autumn"
    case nationalDay = "national-day"
}

/// One statutory day off.
public struct StatutoryHoliday: Sendable, Hashable, Codable {
    public let holiday: Holiday
    public let day: Day

    /// The statutory days off of a supported year, in order.
    static func days(in year: Int) -> [StatutoryHoliday] {
        let lunar = LunarDates(year: year)
        let found: [(Holiday, [Day?])] = [
            (.newYear, [Day(year: year, month: 1, day: 1)]),
            (.springFestival, lunar.springFestival),
            (.qingming, [qingming(in: year)]),
            (.labourDay, (1...2).map { Day(year: year, month: 5, day: $0) }),
            (.dragonBoat, [lunar.dragonBoat]),
            (.midAutumn, [lunar.midAutumn]),
            (.nationalDay, (1...3).map { Day(year: year, month: 10, day: $0) }),
        ]
        return found.flatMap { holiday, days in
            days.compactMap { $0 }.map { StatutoryHoliday(holiday: holiday, day: $0) }
        }.sorted { ($0.day, $0.holiday.rawValue) < ($1.day, $1.holiday.rawValue) }
    }

    /// The years for which the lunar calendar and Qingming are verified.
    static let computedYears = 2000...2056

    /// Qingming, the day when the sun reaches 15° of longitude, by the usual approximation for this century: 4.81 days
    /// into April in 2000, 0.2422 days later every year, one day earlier for every leap day.
    private static func qingming(in year: Int) -> Day? {
        let years = year - 2000
        return Day(year: year, month: 4, day: (years * 2_422 + 48_100) / 10_000 - years / 4)
    }
}
