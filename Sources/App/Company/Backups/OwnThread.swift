import Foundation

/// Runs work that blocks, such as copying gigabytes, on a thread of its own, so that no request waits for it.
enum OwnThread {
    static func run<Value: Sendable>(_ work: @Sendable @escaping () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
        }
    }
}
