import Synchronization
import Testing

@testable import App

@Suite("Photographs that have arrived and are not kept yet")
struct DevelopingTests {
    @Test("whoever asks about one hears only when it is over, and not that it is missing")
    func waits() async throws {
        let developing = UploadsInProgress()
        let id = SubmissionID.random()
        let photograph = Kept()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        async let work: Void = developing.during(id) {
            begin.finish()
            for await _ in released {}
            photograph.keep()
        }
        for await _ in begun {}
        async let asked: Bool = {
            await developing.isOver(id)
            return photograph.isKept
        }()
        await developing.isOver(.random())
        #expect(!photograph.isKept, "another submission is waited for by nobody")
        release.finish()
        #expect(await asked)
        await work
        await developing.isOver(id)
    }

    @Test("one that failed is over, too")
    func failed() async {
        let developing = UploadsInProgress()
        let id = SubmissionID.random()
        await #expect(throws: Refusal.tooMany) { try await developing.during(id) { throw Refusal.tooMany } }
        await developing.isOver(id)
    }

    private final class Kept: Sendable {
        private let state = Mutex(false)
        var isKept: Bool { state.withLock { $0 } }
        func keep() { state.withLock { $0 = true } }
    }
}
