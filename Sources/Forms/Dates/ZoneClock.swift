import Foundation

extension TimeZone {
    /// Local time of this zone at `instant`, in seconds since 1 January 1970, 00:00 local time.
    func clock(at instant: Date) -> TimeInterval {
        let seconds = Day.bounded(instant.timeIntervalSince1970)
        return seconds + offset(at: seconds)
    }

    /// The first instant with this local time, in seconds since 1 January 1970, 00:00 local time.
    ///
    /// A time skipped by the start of summer time is moved on by the length of the gap.
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
    /// The day number of 1 January 1970.
    private static let epoch = 719_163

    /// The local day at `date` in `zone`.
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

    /// Clamped to the calendar: a `Date` may be infinite or NaN.
    fileprivate static func bounded(_ seconds: TimeInterval) -> TimeInterval {
        guard !seconds.isNaN else { return 0 }
        return min(max(seconds, earliest.secondsAfterEpoch), latest.secondsAfterEpoch + Self.seconds)
    }
}
