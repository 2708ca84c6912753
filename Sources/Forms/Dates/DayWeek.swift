extension Day {
    /// ISO 8601 week: it starts on Monday and belongs to the year of its Thursday.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = Day(clamping: number - weekday + 4)
        let year = thursday.year
        return (year, (thursday.number - Months.daysBefore(year: year) - 1) / 7 + 1)
    }

    /// The Monday of an ISO week; nil when the year has no such week.
    public static func monday(ofISOWeek week: Int, in year: Int) -> Day? {
        guard (1...53).contains(week), let inFirstWeek = Day(year: year, month: 1, day: 4) else { return nil }
        let monday = Day(clamping: inFirstWeek.number - inFirstWeek.weekday + 1 + (week - 1) * 7)
        return monday.isoWeek == (year, week) ? monday : nil
    }
}
