import Foundation

/// Hashes and checks passwords off the event loop, at most two at once, as each takes 19 MiB and some 30 ms (ACC-10).
final class PasswordHasher: Sendable {
    struct OutOfMemory: Error {}

    private let queue: OperationQueue
    private let mostWaiting: Int
    /// What unknown usernames are checked against, so that they take as long as known ones.
    private let dummy: String

    /// - Parameter mostWaiting: how many may wait for their turn before others are sent away.
    /// - Throws: `OutOfMemory`.
    init(mostWaiting: Int = 200) throws {
        guard let dummy = Sodium.hash(password: Sodium.token()) else { throw OutOfMemory() }
        self.dummy = dummy
        self.mostWaiting = mostWaiting
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
    }

    /// - Throws: `OutOfMemory`, or `Refusal.tooMany` when too many wait.
    func hash(_ password: String) async throws -> String {
        let password = PasswordRules.normalised(password)
        guard let hash = try await run({ Sodium.hash(password: password) }) else { throw OutOfMemory() }
        return hash
    }

    /// Whether the password belongs to the hash; without a hash the answer is no, after the same time.
    /// - Throws: `Refusal.tooMany` when too many wait.
    func verify(_ password: String, against hash: String?) async throws -> Bool {
        let password = PasswordRules.normalised(password)
        let checked = hash ?? dummy
        let matches = try await run { Sodium.verify(password: password, against: checked) }
        return matches && hash != nil
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
        guard queue.operationCount < mostWaiting else { throw Refusal.tooMany }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
