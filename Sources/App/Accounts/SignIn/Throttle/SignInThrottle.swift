import Foundation

/// Exponential backoff after failed sign-ins: longer each time, but never for ever (ACC-10).
struct SignInThrottle: Sendable {
    /// Failures without a delay, as everybody mistypes.
    let free: Int
    /// Maximum delay in seconds.
    let longest: TimeInterval
    /// Seconds after which one failure is forgotten.
    let fading: TimeInterval

    static let username = SignInThrottle(free: 3, longest: 15 * 60, fading: 10 * 60)
    /// A whole office may share one address, so its limits are looser than a username's.
    static let address = SignInThrottle(free: 20, longest: 5 * 60, fading: 60)

    /// The seconds to wait from `moment` on; 0 when an attempt is allowed now.
    func wait(after failures: SignInFailures?, at moment: Date) -> TimeInterval {
        guard let failures else { return 0 }
        let delay = delay(after: failures.count)
        // A clock that was set back must not lengthen the delay.
        return min(delay, max(0, delay - moment.timeIntervalSince(failures.last)))
    }

    /// The failures after one more.
    func adding(to failures: SignInFailures?, at moment: Date) -> SignInFailures {
        SignInFailures(count: min(left(of: failures, at: moment) + 1, free + 20), last: moment)
    }

    /// The failures that are not yet forgotten.
    func left(of failures: SignInFailures?, at moment: Date) -> Int {
        guard let failures else { return 0 }
        let faded = max(0, moment.timeIntervalSince(failures.last)) / fading
        return max(0, failures.count - Int(min(faded, 1_000)))
    }

    /// 1, 2, 4, 8 … seconds from the first failure that is not free.
    private func delay(after failures: Int) -> TimeInterval {
        guard failures >= free else { return 0 }
        return min(longest, TimeInterval(1 << min(failures - free, 20)))
    }
}

/// Failed attempts of one throttle subject.
struct SignInFailures: Sendable, Hashable {
    let count: Int
    let last: Date
}
