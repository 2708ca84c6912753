import Synchronization

/// Counts answers and their durations since the start, for `/metrics` (RUN-4).
final class RequestMeter: Sendable {
    /// Upper bounds of the histogram's buckets, in milliseconds.
    static let bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000]

    struct Counts: Sendable, Hashable {
        /// By the status's first digit: 2 for 200 to 299.
        var ofClass: [Int: Int] = [:]
        /// Histogram counts per bucket, not cumulative; durations beyond the last bound are in none.
        var within = [Int](repeating: 0, count: RequestMeter.bounds.count)
        var milliseconds = 0

        var all: Int { ofClass.values.reduce(0, +) }
    }

    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    func note(status: Int, milliseconds: Int) {
        let place = Self.bounds.firstIndex { milliseconds <= $0 }
        state.withLock { counts in
            counts.ofClass[status / 100, default: 0] += 1
            counts.milliseconds += milliseconds
            if let place { counts.within[place] += 1 }
        }
    }
}
