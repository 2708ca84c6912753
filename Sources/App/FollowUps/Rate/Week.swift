import Forms

/// ISO week, from Monday to Sunday, in addresses as `2026-W48`.
struct Week: Sendable, Hashable, LosslessStringConvertible {
    let monday: Day

    var sunday: Day { monday.adding(days: 6) }
    var days: ClosedRange<Day> { monday...max(monday, sunday) }
    var previous: Week { Week(of: monday.adding(days: -7)) }
    var next: Week { Week(of: monday.adding(days: 7)) }

    /// The week of a day.
    init(of day: Day) { monday = day.adding(days: 1 - day.weekday) }

    /// - Returns: nil unless the year has such a week.
    init?(_ text: String) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard text.utf8.count == 8, parts.count == 2, let year = Int(parts[0]), let week = Int(parts[1]),
            let monday = Day.monday(ofISOWeek: week, in: year)
        else { return nil }
        self.monday = monday
    }

    var description: String {
        let (year, week) = monday.isoWeek
        let digits = { (number: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return "\(digits(year, 4))-W\(digits(week, 2))"
    }
}
