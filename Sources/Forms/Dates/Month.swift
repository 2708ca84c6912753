/// A calendar month, in addresses as `2026-11`.
public struct Month: Sendable, Hashable, LosslessStringConvertible {
    public let first: Day

    public var last: Day { first.adding(days: Months.length(of: first.month, in: first.year) - 1) }
    public var days: ClosedRange<Day> { first...last }
    public var previous: Month { Month(of: first.adding(days: -1)) }
    public var next: Month { Month(of: last.adding(days: 1)) }

    /// The month of a day.
    public init(of day: Day) { first = day.adding(days: 1 - day.day) }

    /// - Returns: nil for anything but a year with a month.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let first = Day(text + "-01") else { return nil }
        self.first = first
    }

    public var description: String { String(first.description.prefix(7)) }
}
