import Hummingbird
import NIOCore
import Synchronization

/// Single-use body of an upload, which is streamed and not kept: a second reader, such as an error page, gets an error.
/// The framework itself would trap.
struct OnceReadBody: AsyncSequence, Sendable {
    private final class Reading: Sendable {
        let hasBegun = Mutex(false)
    }

    private let body: RequestBody
    private let reading = Reading()

    init(_ body: RequestBody) { self.body = body }

    struct AsyncIterator: AsyncIteratorProtocol {
        /// Nil for the second reader.
        fileprivate var iterator: RequestBody.AsyncIterator?

        mutating func next() async throws -> ByteBuffer? {
            guard iterator != nil else { throw FormProblem.malformed }
            return try await iterator?.next()
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        let isFirst = reading.hasBegun.withLock { hasBegun in
            defer { hasBegun = true }
            return !hasBegun
        }
        return AsyncIterator(iterator: isFirst ? body.makeAsyncIterator() : nil)
    }
}
