/// A time of day in minutes, from 00:00 to 23:59.
public struct TimeOfDay: Sendable, Hashable {
    /// Minutes since midnight, 0 to 1439.
    public let minutes: Int

    public init?(minutes: Int) {
        guard (0..<24 * 60).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    public static let midnight = TimeOfDay()

    private init() {
        minutes = 0
    }

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}

extension TimeOfDay: CodableAsText {
    /// Parses strictly: `09:30`.
    public init?(_ text: String) {
        var digits: [Int] = []
        for (position, byte) in text.utf8.enumerated() {
            if position == 2 {
                guard byte == UInt8(ascii: ":") else { return nil }
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), position < 5 else { return nil }
                digits.append(Int(byte - UInt8(ascii: "0")))
            }
        }
        guard digits.count == 4 else { return nil }
        self.init(hour: digits[0] * 10 + digits[1], minute: digits[2] * 10 + digits[3])
    }

    /// `09:30`
    public var description: String {
        "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    }
}
