import Foundation
import Testing

@testable import App

/// An address that cannot be listened to is said in words before anything is served (RUN-5).
struct ListeningPortTests {
    @Test("a port that another program has is named, and one that is free is not")
    func taken() async throws {
        try await TestServer.run(ServerLimits()) { port in
            let trouble = #expect(throws: CommandError.self) {
                try ListeningPort.demandFree(host: "127.0.0.1", port: port)
            }
            #expect(trouble?.description.contains("port \(port) of 127.0.0.1 is taken") == true)
            #expect(trouble?.description.contains("--port") == true)
        }
    }

    @Test("an address that is not this machine's is named")
    func foreign() {
        let trouble = #expect(throws: CommandError.self) {
            try ListeningPort.demandFree(host: "192.0.2.1", port: 9_229)
        }
        #expect(trouble?.description.contains("192.0.2.1 is no address of this machine") == true)
    }
}
