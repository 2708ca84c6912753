extension Day {
    /// The day so many days later, or earlier when negative; clamped to the calendar.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = number.addingReportingOverflow(days)
        guard overflow else { return Day(clamping: sum) }
        return days < 0 ? .earliest : .latest
    }

    /// The same day of a later month, clamped to the month's end: 31 January plus one month is 28 February.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, Months.years.contains(count / 12) else { return months < 0 ? .earliest : .latest }
        let target = (year: count / 12, month: count % 12 + 1)
        let length = Months.length(of: target.month, in: target.year)
        return Day(year: target.year, month: target.month, day: min(day, length)) ?? self
    }

    /// Days from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int {
        left.number - right.number
    }
}
