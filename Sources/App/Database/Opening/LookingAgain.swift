import Synchronization

/// Throttles an expensive check: one at a time, for at most a tenth of the time.
final class LookingAgain: Sendable {
    private let next = Mutex<ContinuousClock.Instant?>(.now)

    /// Runs the check if it is due; what it throws is reported by the next caller who meets the same trouble.
    func ifDue(_ look: () async throws -> Void) async {
        let begun = ContinuousClock.now
        guard take(at: begun) else { return }
        try? await look()
        let ended = ContinuousClock.now
        next.withLock { $0 = ended + max(.seconds(1), (ended - begun) * 10) }
    }

    /// - Returns: whether it is due and not running.
    private func take(at now: ContinuousClock.Instant) -> Bool {
        next.withLock { next in
            guard let due = next, due <= now else { return false }
            next = nil
            return true
        }
    }
}
