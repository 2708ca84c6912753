import Forms

/// Parser for lists of days of one year, in common notations: `1月1日至3日`, `2-15~2-23`, `2026.10.1 - 10.7`.
struct DaysTyped {
    /// Sorted, without duplicates.
    let days: [Day]
    /// Entries that could not be parsed, as typed, each with an error code.
    let mistakes: [(entry: String, code: String)]

    init(_ text: String, year: Int) {
        var days: Set<Day> = []
        var mistakes: [(entry: String, code: String)] = []
        for entry in Self.entries(of: text) {
            switch Self.read(entry, year: year) {
            case .success(let range):
                days.formUnion((0...(range.upperBound - range.lowerBound)).map { range.lowerBound.adding(days: $0) })
            case .failure(let mistake): mistakes.append((entry, mistake.rawValue))
            }
        }
        self.days = days.sorted()
        self.mistakes = mistakes
    }

    private enum Mistake: String, Error {
        case notADay = "not-a-day"
        case otherYear = "other-year"
        case endsBeforeStart = "ends-before-start"
    }

    private static func entries(of text: String) -> [String] {
        let joined = TypedText.halfWidth(text).replacing(#/\s*(至|到|~|-|\bto\b)\s*/#) { String($0.1) }
        return joined.split { $0.isWhitespace || "，,、;；。".contains($0) }.map(String.init)
    }

    private static func read(_ entry: String, year: Int) -> Result<ClosedRange<Day>, Mistake> {
        let pattern =
            #/(?:(\d{4})[-\/.年])?(\d{1,2})[-\/.月](\d{1,2})[日号號]?(?:(?:至|到|~|-|to)(?:(?:(\d{4})[-\/.年])?(\d{1,2})[-\/.月])?(\d{1,2})[日号號]?)?/#
        guard entry.utf8.count <= 60, let found = entry.wholeMatch(of: pattern)?.output else {
            return .failure(.notADay)
        }
        guard [found.1, found.4].compactMap({ $0 }).allSatisfy({ Int($0) == year }) else {
            return .failure(.otherYear)
        }
        guard let month = Int(found.2), let number = Int(found.3),
            let first = Day(year: year, month: month, day: number)
        else { return .failure(.notADay) }
        guard let end = found.6 else { return .success(first...first) }
        let lastMonth = found.5.flatMap { Int($0) } ?? month
        guard let lastNumber = Int(end), let last = Day(year: year, month: lastMonth, day: lastNumber) else {
            return .failure(.notADay)
        }
        return first <= last ? .success(first...last) : .failure(.endsBeforeStart)
    }
}
