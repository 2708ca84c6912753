import Foundation

/// Runs blocking work, such as copying gigabytes, on a thread of its own, so that it does not block the concurrency
/// pool.
enum OwnThread {
    static func run<Value: Sendable>(_ work: @Sendable @escaping () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
