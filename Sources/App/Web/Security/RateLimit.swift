import Foundation
import Synchronization

/// Fixed-window rate limit per subject, such as a network or a link; in memory only (WEB-3).
final class RateLimit: Sendable {
    private struct Count {
        var since: Date
        var used: Int
    }

    private struct Counts {
        var of: [String: Count] = [:]
        /// The time of the latest sweep.
        var sweptAt = Date.distantPast
    }

    private let most: Int
    private let span: TimeInterval
    private let counts = Mutex(Counts())

    /// Above this count, subjects whose window is over are swept.
    private static let many = 10_000
    /// Minimum seconds between sweeps, so that a flood of addresses does not cost a full scan each.
    private static let sweepEvery: TimeInterval = 1

    /// - Parameter span: the window in seconds, in which `most` are allowed.
    init(_ most: Int, in span: TimeInterval) {
        self.most = most
        self.span = span
    }

    /// Counts one more.
    /// - Returns: whether it is allowed.
    func allows(_ subject: String, at now: Date) -> Bool {
        counts.withLock { counts in
            if counts.of.count >= Self.many, isOver(counts.sweptAt, Self.sweepEvery, at: now) {
                counts.of = counts.of.filter { !isOver($0.value.since, span, at: now) }
                counts.sweptAt = now
            }
            var count = counts.of[subject] ?? Count(since: now, used: 0)
            if isOver(count.since, span, at: now) { count = Count(since: now, used: 0) }
            count.used += 1
            // Memory is bounded: when full, new subjects are refused until others are swept.
            guard counts.of[subject] != nil || counts.of.count < 2 * Self.many else { return false }
            counts.of[subject] = count
            return count.used <= most
        }
    }

    /// Seconds until the subject's window ends.
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
