import Forms

/// Official holiday arrangement of one year: days off, and make-up working days on weekends (调休).
public struct YearArrangement: Sendable, Hashable, Codable {
    public let year: Int
    /// Sorted, without duplicates.
    public let daysOff: [Day]
    /// Sorted, without duplicates.
    public let workingDays: [Day]

    public init(year: Int, daysOff: [Day], workingDays: [Day]) {
        self.year = year
        self.daysOff = Set(daysOff).sorted()
        self.workingDays = Set(workingDays).sorted()
    }

    /// The built-in arrangements: 2026.
    public static let announced = [
        YearArrangement(
            year: 2026,
            daysOff: days(
                2026,
                [
                    (1, 1...3), (2, 15...23), (4, 4...6), (5, 1...5), (6, 19...21), (9, 25...27), (10, 1...7),
                ]),
            workingDays: days(2026, [(1, 4...4), (2, 14...14), (2, 28...28), (5, 9...9), (9, 20...20), (10, 10...10)]))
    ]

    private static func days(_ year: Int, _ spans: [(month: Int, days: ClosedRange<Int>)]) -> [Day] {
        spans.flatMap { span in span.days.compactMap { Day(year: year, month: span.month, day: $0) } }
    }
}
