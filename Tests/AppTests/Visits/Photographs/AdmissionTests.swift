import Testing

@testable import App

@Suite("So many photographs wait for their turn, and no more")
struct AdmissionTests {
    @Test("of one more than there are places that come at once, just one is sent away")
    func exact() async throws {
        let places = 20
        let admission = Admission(most: places)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let gate = Task { for await _ in released {} }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0...places {
                group.addTask {
                    do {
                        try await admission.during { await gate.value }
                        return true
                    } catch Refusal.tooMany {
                        return false
                    }
                }
            }
            // Whoever was admitted waits at the gate, so the first to be done is the one who was not.
            #expect(try await group.next() == false)
            release.finish()
            for try await isAdmitted in group { #expect(isAdmitted) }
        }
    }

    @Test("a place is free again when it was given back, also after a failure")
    func again() async throws {
        let admission = Admission(most: 1)
        for _ in 0..<2 {
            await #expect(throws: Refusal.notFound) { try await admission.during { throw Refusal.notFound } }
        }
        #expect(try await admission.during { 7 } == 7)
    }
}
