import Forms

/// A distance in calendar days or months.
public enum Span: Sendable, Hashable {
    case days(Int)
    case months(Int)

    /// The day this far after `day`, clamped to the month's end.
    public func after(_ day: Day) -> Day {
        switch self {
        case .days(let count): day.adding(days: count)
        case .months(let count): day.adding(months: count)
        }
    }

    var count: Int {
        switch self {
        case .days(let count), .months(let count): count
        }
    }

    /// The sum, in this span's unit; the rulebook's reader ensures that both have the same unit.
    func adding(_ other: Span) -> Span {
        switch self {
        case .days(let count): .days(count + other.count)
        case .months(let count): .months(count + other.count)
        }
    }

    func hasUnit(of other: Span) -> Bool {
        switch (self, other) {
        case (.days, .days), (.months, .months): true
        case (.days, .months), (.months, .days): false
        }
    }
}

extension Span: CodableAsText {
    /// Parses "84d" and "9m".
    public init?(_ text: String) {
        guard let count = Int(text.dropLast()) else { return nil }
        switch text.last {
        case "d": self = .days(count)
        case "m": self = .months(count)
        default: return nil
        }
    }

    /// A stable short form, also used in keys: "84d", "9m".
    public var description: String {
        switch self {
        case .days(let count): "\(count)d"
        case .months(let count): "\(count)m"
        }
    }
}
