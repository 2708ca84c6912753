extension TimeOfDay {
    /// Parses times as people write them: `9:30`, `0930`, `9点半`, `下午3点`, `15时30分`, `3 pm`.
    public init?(typed: String) {
        guard let text = DigitShape(typed) else { return nil }
        let (part, shape) = DayPart.found(in: text.shape.lowercased())
        guard let clock = Self.clock(text, shape: shape, isHourEnough: part != nil) else { return nil }
        guard let hour = part.map({ $0.hour(clock.hour) }) ?? clock.hour else { return nil }
        self.init(hour: hour, minute: clock.minute)
    }

    private static func clock(_ text: DigitShape, shape: String, isHourEnough: Bool) -> (hour: Int, minute: Int)? {
        if shape == "#", let digits = text.number(0, digits: 3...4) { return (digits / 100, digits % 100) }
        guard let hour = text.number(0, digits: 1...2) else { return nil }
        switch shape.replacing("點", with: "点").replacing("時", with: "点").replacing("时", with: "点") {
        case "#:#", "#.#", "#:#:#", "#点#", "#点#分": return text.number(1, digits: 1...2).map { (hour, $0) }
        case "#点", "#点整", "#点正": return (hour, 0)
        case "#点一刻": return (hour, 15)
        case "#点半": return (hour, 30)
        case "#点三刻": return (hour, 45)
        case "#": return isHourEnough ? (hour, 0) : nil
        default: return nil
        }
    }
}
