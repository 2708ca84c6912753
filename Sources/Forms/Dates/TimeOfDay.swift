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
        guard let typed = TimeOfDay(typed: text), typed.description == text else { return nil }
        self = typed
    }

    /// `09:30`
    public var description: String {
        "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    }
}
