import Foundation
import Synchronization

/// Hashes and verifies passwords off the event loop, at most two at a time, as each takes 19 MiB and some 30 ms
/// (ACC-10).
final class PasswordHasher: Sendable {
    struct OutOfMemory: Error {}

    private typealias Job = @Sendable () -> Void

    private struct State {
        var line: HashingLine<Job>
        var running = 0
        var strangersRunning = 0
    }

    private let state: Mutex<State>
    /// Dummy hash, so that unknown usernames take as long as known ones; made once for the process.
    private static let dummy = Sodium.hash(password: Sodium.token())

    private static let atOnce = 2
    /// One slot is reserved for known browsers, which never wait for a stranger's hash.
    private static let strangersAtOnce = 1

    init(room: HashingRoom = HashingRoom()) {
        state = Mutex(State(line: HashingLine(room)))
    }

    /// Whether a new job would be accepted.
    func hasRoom(for place: HashingPlace) -> Bool { state.withLock { $0.line.hasRoom(for: place) } }

    /// - Throws: `OutOfMemory`, or `Refusal.tooMany` when the queue is full.
    func hash(_ password: String, for place: HashingPlace = .known) async throws -> String {
        let password = PasswordRules.normalised(password)
        guard let hash = try await run(for: place, { Sodium.hash(password: password) }) else { throw OutOfMemory() }
        return hash
    }

    /// Verifies a password; without a hash it is false, after the same time.
    /// - Throws: `OutOfMemory`, or `Refusal.tooMany` when the queue is full.
    func verify(_ password: String, against hash: String?, for place: HashingPlace = .known) async throws -> Bool {
        let password = PasswordRules.normalised(password)
        let matches = try await run(for: place) {
            (hash ?? Self.dummy).map { Sodium.verify(password: password, against: $0) }
        }
        guard let matches else { throw OutOfMemory() }
        return matches && hash != nil
    }

    private func run<Value: Sendable>(
        for place: HashingPlace, _ work: @escaping @Sendable () -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = state.withLock { $0.line.add({ continuation.resume(returning: work()) }, at: place) }
            guard isTaken else { return continuation.resume(throwing: Refusal.tooMany) }
            startNext()
        }
    }

    private func startNext() {
        guard let (job, isStranger) = state.withLock({ Self.takeNext(&$0) }) else { return }
        DispatchQueue.global().async { [self] in
            job()
            state.withLock {
                $0.running -= 1
                if isStranger { $0.strangersRunning -= 1 }
            }
            startNext()
        }
    }

    private static func takeNext(_ state: inout State) -> (Job, isStranger: Bool)? {
        guard state.running < atOnce else { return nil }
        if let job = state.line.nextKnown() {
            state.running += 1
            return (job, false)
        }
        guard state.strangersRunning < strangersAtOnce, let job = state.line.nextStranger() else { return nil }
        state.running += 1
        state.strangersRunning += 1
        return (job, true)
    }
}
