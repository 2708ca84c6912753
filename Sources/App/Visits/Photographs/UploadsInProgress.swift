import Synchronization

/// Uploads in progress: received but not stored yet. A request for the receipt waits for them, so that a client never
/// sends again what is still being processed.
final class UploadsInProgress: Sendable {
    private struct State {
        var counts: [SubmissionID: Int] = [:]
        var waiting: [SubmissionID: [CheckedContinuation<Void, Never>]] = [:]
    }

    private let state = Mutex(State())

    func during<Value>(_ id: SubmissionID, _ work: () async throws -> Value) async rethrows -> Value {
        state.withLock { $0.counts[id, default: 0] += 1 }
        defer { end(id) }
        return try await work()
    }

    /// Returns when nothing of this submission is being processed.
    func isOver(_ id: SubmissionID) async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard state.counts[id] != nil else { return true }
                state.waiting[id, default: []].append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    private func end(_ id: SubmissionID) {
        let waiting: [CheckedContinuation<Void, Never>] = state.withLock { state in
            let left = (state.counts[id] ?? 1) - 1
            state.counts[id] = left > 0 ? left : nil
            return left > 0 ? [] : state.waiting.removeValue(forKey: id) ?? []
        }
        for continuation in waiting { continuation.resume() }
    }
}
