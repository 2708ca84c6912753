/// Words for the part of the day, which tell what an hour from 1 to 12 means.
enum DayPart: CaseIterable {
    case morning, noon, afternoon, evening, night

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

    /// The hour from 0 to 23; nil when the part of the day has no such hour. Twelve in the evening is the end of one day or
    /// the beginning of another: that has to be asked.
    func hour(_ hour: Int) -> Int? {
        switch (self, hour) {
        case (.morning, 12): 0
        case (.morning, 0...11): hour
        case (.noon, 11...14): hour
        case (.noon, 1...2): hour + 12
        case (.afternoon, 1...11): hour + 12
        case (.afternoon, 12...23): hour
        case (.evening, 5...11), (.night, 7...11): hour + 12
        case (.evening, 17...23), (.night, 19...23), (.night, 0...5): hour
        case (.morning, _), (.noon, _), (.afternoon, _), (.evening, _), (.night, _): nil
        }
    }

    private var words: [String] {
        switch self {
        case .morning: ["上午", "早上", "凌晨", "a.m.", "am"]
        case .noon: ["中午"]
        case .afternoon: ["下午", "p.m.", "pm"]
        case .evening: ["傍晚", "晚上"]
        case .night: ["夜里", "夜裡", "半夜", "深夜"]
        }
    }
}
