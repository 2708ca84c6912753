import Hummingbird
import NIOCore
import Testing

@testable import App

/// An upload's body is read once; the second reader is told so instead of ending the process.
struct OnceReadBodyTests {
    @Test("the first reader gets every byte, the second one a refusal")
    func twice() async throws {
        let (chunks, continuation) = AsyncThrowingStream<ByteBuffer, any Error>.makeStream()
        for part in ["ab", "cd"] { continuation.yield(ByteBuffer(string: part)) }
        continuation.finish()
        let body = RequestBody(asyncSequence: OnceReadBody(RequestBody(asyncSequence: chunks)))
        var text = ""
        for try await chunk in body { text += String(buffer: chunk) }
        #expect(text == "abcd")
        await #expect(throws: FormProblem.malformed) { for try await _ in body {} }
    }

    @Test("an upload of somebody whose session is over is answered, and its sender signs in again")
    func sessionOver() async throws {
        let company = try await TestCompany()
        let visit = try await company.visit()
        let path = Paths.photographs(visit: visit)
        let browser = try await company.browser(signedInAs: .technician)
        let form = try await browser.get(path).form(path)
        try await company.database.write { [now = company.clock.now, id = try company.member(.technician).id] db in
            try SessionStore.endAll(db, of: id, at: now)
        }
        let file = ChosenFile(name: "1.jpg", bytes: try TestPhotograph.jpeg())
        #expect(try await browser.send(form, files: [file]).status == 401)
    }
}
