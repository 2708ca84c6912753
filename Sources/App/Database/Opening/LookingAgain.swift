import Synchronization

/// Keeps a long look at everything from being taken again and again: it may take up a tenth of the time, one at a time.
final class LookingAgain: Sendable {
    private let next = Mutex<ContinuousClock.Instant?>(.now)

    /// What it throws is told by whoever meets the same trouble next.
    func ifDue(_ look: () async throws -> Void) async {
        let begun = ContinuousClock.now
        guard take(at: begun) else { return }
        try? await look()
        let ended = ContinuousClock.now
        next.withLock { $0 = ended + max(.seconds(1), (ended - begun) * 10) }
    }

    /// - Returns: whether it is due, and nobody is at it.
    private func take(at now: ContinuousClock.Instant) -> Bool {
        next.withLock { next in
            guard let due = next, due <= now else { return false }
            next = nil
            return true
        }
    }
}
