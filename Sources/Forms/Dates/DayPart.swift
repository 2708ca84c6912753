/// Words for the part of the day, which tell what an hour from 1 to 12 means.
enum DayPart: CaseIterable {
    case morning, noon, afternoon

    /// Splits off a word for the part of the day at the start or end of the text.
    static func found(in text: String) -> (part: DayPart?, rest: String) {
        for part in allCases {
            for word in part.words {
                if text.hasPrefix(word) { return (part, String(text.dropFirst(word.count))) }
                if text.hasSuffix(word) { return (part, String(text.dropLast(word.count))) }
            }
        }
        return (nil, text)
    }

    /// The hour from 0 to 23; nil when the part of the day has no such hour.
    func hour(_ hour: Int) -> Int? {
        switch (self, hour) {
        case (.morning, 12): 0
        case (.morning, 0...11): hour
        case (.noon, 11...14): hour
        case (.noon, 1...2): hour + 12
        case (.afternoon, 1...11): hour + 12
        case (.afternoon, 12...23): hour
        case (.morning, _), (.noon, _), (.afternoon, _): nil
        }
    }

    private var words: [String] {
        switch self {
        case .morning: ["上午", "早上", "凌晨", "a.m.", "am"]
        case .noon: ["中午"]
        case .afternoon: ["下午", "傍晚", "晚上", "p.m.", "pm"]
        }
    }
}
