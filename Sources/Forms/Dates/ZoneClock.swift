import Foundation

extension TimeZone {
    /// What clocks in this zone show at `instant`, in seconds after 1 January 1970, 00:00.
    func clock(at instant: Date) -> TimeInterval {
        let seconds = Day.bounded(instant.timeIntervalSince1970)
        return seconds + offset(at: seconds)
    }

    /// The first instant at which clocks in this zone show `clock`, in seconds after 1 January 1970, 00:00.
    ///
    /// A time that is skipped when summer time starts is moved on by what is skipped.
    func instant(showing clock: TimeInterval) -> Date {
        let before = Date(timeIntervalSince1970: clock - offset(at: clock - Day.seconds))
        let after = Date(timeIntervalSince1970: clock - offset(at: clock + Day.seconds))
        return [before, after].sorted().first { self.clock(at: $0) == clock } ?? before
    }

    private func offset(at seconds: TimeInterval) -> TimeInterval {
        TimeInterval(secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
    }
}

extension Day {
    fileprivate static let seconds: TimeInterval = 86_400
    /// The number of 1 January 1970.
    private static let epoch = 719_163

    /// The day that the calendar shows at `date` in `zone`.
    public init(_ date: Date, in zone: TimeZone) {
        self.init(clamping: Self.epoch + Int((zone.clock(at: date) / Self.seconds).rounded(.down)))
    }

    /// The first instant of this day in `zone`.
    public func start(in zone: TimeZone) -> Date {
        zone.instant(showing: secondsAfterEpoch)
    }

    var secondsAfterEpoch: TimeInterval {
        TimeInterval(number - Self.epoch) * Self.seconds
    }

    /// Seconds that the calendar can show: a `Date` may hold infinity, or no number at all.
    fileprivate static func bounded(_ seconds: TimeInterval) -> TimeInterval {
        guard !seconds.isNaN else { return 0 }
        return min(max(seconds, earliest.secondsAfterEpoch), latest.secondsAfterEpoch + Self.seconds)
    }
}
