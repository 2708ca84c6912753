import Foundation
import Synchronization

/// How often something may be done in a span of time, for each of those who do it; kept in memory only (WEB-3).
final class RateLimit: Sendable {
    private struct Count {
        var since: Date
        var used: Int
    }

    private let most: Int
    private let span: TimeInterval
    private let counts = Mutex<[String: Count]>([:])

    /// Beyond this many, those whose span is over are forgotten.
    private static let many = 10_000

    /// - Parameter span: seconds in which it may be done `most` times.
    init(_ most: Int, in span: TimeInterval) {
        self.most = most
        self.span = span
    }

    /// Counts once more.
    /// - Returns: whether it may be done.
    func allows(_ subject: String, at now: Date) -> Bool {
        counts.withLock { counts in
            if counts.count >= Self.many { counts = counts.filter { isOver($0.value, at: now) == false } }
            var count = counts[subject] ?? Count(since: now, used: 0)
            if isOver(count, at: now) { count = Count(since: now, used: 0) }
            count.used += 1
            // Nobody fills the memory with addresses: those who come when it is full wait for others to be forgotten.
            guard counts[subject] != nil || counts.count < 2 * Self.many else { return false }
            counts[subject] = count
            return count.used <= most
        }
    }

    private func isOver(_ count: Count, at now: Date) -> Bool {
        now.timeIntervalSince(count.since) >= span || now < count.since
    }
}
