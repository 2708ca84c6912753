import Foundation
import Synchronization

/// A rate limit with a fixed window for each subject, such as a network or a link; kept in memory only (WEB-3).
final class RateLimit: Sendable {
    private struct Count {
        var since: Date
        var used: Int
    }

    private struct Counts {
        var of: [String: Count] = [:]
        /// When those whose span is over were last forgotten.
        var sweptAt = Date.distantPast
    }

    private let most: Int
    private let span: TimeInterval
    private let counts = Mutex(Counts())

    /// Beyond this many, those whose span is over are forgotten.
    private static let many = 10_000
    /// How long it is looked for those at most once, in seconds: a flood of addresses costs no walk through all for each.
    private static let sweepEvery: TimeInterval = 1

    /// - Parameter span: seconds in which it may be done `most` times.
    init(_ most: Int, in span: TimeInterval) {
        self.most = most
        self.span = span
    }

    /// Counts once more.
    /// - Returns: whether it may be done.
    func allows(_ subject: String, at now: Date) -> Bool {
        counts.withLock { counts in
            if counts.of.count >= Self.many, isOver(counts.sweptAt, Self.sweepEvery, at: now) {
                counts.of = counts.of.filter { !isOver($0.value.since, span, at: now) }
                counts.sweptAt = now
            }
            var count = counts.of[subject] ?? Count(since: now, used: 0)
            if isOver(count.since, span, at: now) { count = Count(since: now, used: 0) }
            count.used += 1
            // Nobody fills the memory with addresses: those who come when it is full wait for others to be forgotten.
            guard counts.of[subject] != nil || counts.of.count < 2 * Self.many else { return false }
            counts.of[subject] = count
            return count.used <= most
        }
    }

    /// Seconds until it may be done again by one who has used it up.
    func wait(of subject: String, at now: Date) -> TimeInterval {
        counts.withLock { counts in
            guard let since = counts.of[subject]?.since else { return Self.sweepEvery }
            return max(0, span - now.timeIntervalSince(since))
        }
    }

    private func isOver(_ since: Date, _ span: TimeInterval, at now: Date) -> Bool {
        now.timeIntervalSince(since) >= span || now < since
    }
}
