/// Lengths of months and years in the Gregorian calendar.
enum Months {
    static let years = 1...9999

    static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    static func daysBefore(month: Int, in year: Int) -> Int {
        (1..<month).reduce(0) { $0 + length(of: $1, in: year) }
    }

    /// The year of a day number, counted from 1 January 0001.
    static func year(of number: Int) -> Int {
        // 400 years always have 146,097 days, so the estimate is at most one year off.
        let guess = (number - 1) * 400 / 146_097 + 1
        if daysBefore(year: guess) >= number { return guess - 1 }
        return daysBefore(year: guess + 1) < number ? guess + 1 : guess
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
    }
}
