import Hummingbird
import NIOCore
import Synchronization

/// Consumes a request body chunk by chunk.
protocol BodyConsumer: Sendable {
    mutating func take(_ chunk: ByteBuffer) async throws(FormProblem)
    /// Called once after the last chunk.
    mutating func finish() async throws(FormProblem)
}

/// Reads a request's body within limits of size and pace.
struct BodyReading: Sendable {
    let mostBytes: Int
    let pace: BodyPace

    /// Feeds the body to the consumer and returns it. No work continues after the return: the read of a stalled client
    /// is cancelled, after which the connection can only be closed.
    /// - Parameter expected: the Content-Length; a body of another length was cut, and is malformed.
    func read<Consumer: BodyConsumer, Time: Clock>(
        _ body: RequestBody, expected: Int?, into consumer: Consumer, clock: Time = ContinuousClock()
    ) async throws(FormProblem) -> Consumer where Time.Duration == Duration {
        if let expected, expected > mostBytes { throw .tooLarge }
        let progress = Progress()
        let outcome = await withTaskGroup(of: Outcome<Consumer>.self) { group in
            group.addTask { await drain(body, expected: expected, into: consumer, progress: progress) }
            group.addTask { await watch(progress, clock: clock) }
            defer { group.cancelAll() }
            return await group.next()
        }
        switch outcome {
        case .read(let consumer): return consumer
        case .refused(let problem): throw problem
        case nil: throw .tooSlow
        }
    }

    private enum Outcome<Consumer: Sendable>: Sendable {
        case read(Consumer)
        case refused(FormProblem)
    }

    private final class Progress: Sendable {
        let bytes = Atomic(0)
    }

    private func drain<Consumer: BodyConsumer>(
        _ body: RequestBody, expected: Int?, into consumer: Consumer, progress: Progress
    ) async -> Outcome<Consumer> {
        var consumer = consumer
        var received = 0
        do {
            for try await chunk in body {
                received += chunk.readableBytes
                guard received <= mostBytes else { return .refused(.tooLarge) }
                progress.bytes.store(received, ordering: .relaxed)
                try await consumer.take(chunk)
            }
            guard expected == nil || expected == received else { return .refused(.malformed) }
            try await consumer.finish()
            return .read(consumer)
        } catch let problem as FormProblem {
            return .refused(problem)
        } catch is CancellationError {
            return .refused(.tooSlow)
        } catch {
            // The connection or its framing broke.
            return .refused(.malformed)
        }
    }

    /// Returns when the body has used up its time, or the server is stopping.
    private func watch<Consumer, Time: Clock>(
        _ progress: Progress, clock: Time
    ) async -> Outcome<Consumer> where Time.Duration == Duration {
        let begin = clock.now
        while true {
            let limit = begin.advanced(by: pace.allowance(received: progress.bytes.load(ordering: .relaxed)))
            guard clock.now < limit else { return .refused(.tooSlow) }
            do { try await clock.sleep(until: limit, tolerance: nil) } catch { return .refused(.tooSlow) }
        }
    }
}
