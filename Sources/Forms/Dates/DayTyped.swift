extension Day {
    /// Parses dates as people write them: `2026/1/2`, `2026年1月2日`, `20260102`, `今天`; without a year, as `1月2日` or
    /// `1-2`, the one nearest to today.
    /// - Parameter range: what is asked for; a date without a year is looked for there first.
    public init?(typed: String, today: Day, within range: ClosedRange<Day> = .earliest ... .latest) {
        guard let text = DigitShape(typed) else { return nil }
        let found: Day? =
            switch text.shape {
            case "#": Day(compact: text)
            case "#-#-#", "#/#/#", "#.#.#", "#年#月#日", "#年#月#号", "#年#月#號", "#年#月#": Day(text)
            case "#-#", "#/#", "#.#", "#月#日", "#月#号", "#月#號", "#月#": Day(text, nearest: today, within: range)
            default: Day(word: text.shape.lowercased(), today: today)
            }
        guard let found else { return nil }
        self = found
    }

    private init?(compact text: DigitShape) {
        guard let number = text.number(0, digits: 8...8) else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    private init?(_ text: DigitShape) {
        guard let year = text.number(0, digits: 4...4), let month = text.number(1, digits: 1...2),
            let day = text.number(2, digits: 1...2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private init?(_ text: DigitShape, nearest today: Day, within range: ClosedRange<Day>) {
        guard let month = text.number(0, digits: 1...2), let day = text.number(1, digits: 1...2) else { return nil }
        let year = today.year
        let candidates = [year, year - 1, year + 1].compactMap { Day(year: $0, month: month, day: day) }
        let fitting = candidates.filter(range.contains)
        let nearest = (fitting.isEmpty ? candidates : fitting).min { abs($0 - today) < abs($1 - today) }
        guard let nearest else { return nil }
        self = nearest
    }

    private init?(word: String, today: Day) {
        guard let days = Self.words[word] else { return nil }
        self = today.adding(days: days)
    }

    /// Relative words, in days from today.
    private static let words = [
        "前天": -2, "昨天": -1, "昨日": -1, "yesterday": -1,
        "今天": 0, "今日": 0, "today": 0,
        "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "後天": 2,
    ]
}
