import Foundation
import Testing

@testable import App

/// A real server on a free port, and clients that misbehave.
@Suite(.timeLimit(.minutes(1))) struct ServerLimitsTests {
    private let quick = ServerLimits.quick { $0.idle = .milliseconds(1_500) }

    @Test("a client that stalls in a form gets 408 and the end of the connection")
    func stalling() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 10\r\n\r\na=1")
            let answer = await client.receive()
            #expect(answer.text.hasPrefix("HTTP/1.1 408 "))
            #expect(answer.text.lowercased().contains("connection: close"))
            #expect(answer.isClosed)
        }
    }

    @Test("a form that is too large gets 413 at once, and its rest is not read")
    func tooLarge() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 9000000000\r\n\r\n")
            let taken = await client.send(String(repeating: "a", count: 1 << 16), times: 100_000)
            #expect(taken < 100_000 << 16)
            let answer = await client.receive()
            #expect(answer.isClosed)
        }
        try await TestServer.serve(quick) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 1000000000\r\n\r\n")
            let answer = await client.receive()
            #expect(answer.text.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.isClosed)
        }
    }

    @Test("what is still on its way after such an answer is thrown away, so that the client lives to read it")
    func farewell() async throws {
        var patient = quick
        patient.farewell = .seconds(30)
        try await TestServer.serve(patient) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 9000000\r\n\r\n")
            #expect(await client.receive(until: "\r\n\r\n").text.hasPrefix("HTTP/1.1 413 "))
            #expect(await client.send(String(repeating: "a", count: 1 << 16), times: 64) == 64 << 16)
            client.finishSending()
            #expect(await client.receive().isClosed)
        }
    }

    @Test("an endless chunked form gets 413")
    func endless() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Transfer-Encoding: chunked\r\n\r\n")
            await client.send("8000\r\n" + String(repeating: "a", count: 0x8000) + "\r\n", times: 40)
            let answer = await client.receive()
            #expect(answer.text.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.isClosed)
        }
    }

    @Test("an answer that did not wait for the body closes the connection, whatever it says itself")
    func unread() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc")
            let answer = await client.receive()
            #expect(answer.text.hasPrefix("HTTP/1.1 200 "))
            #expect(answer.text.lowercased().contains("connection: close"))
            #expect(answer.isClosed)
        }
    }

    @Test("a connection serves request after request, also after a form and when they are sent at once")
    func keepAlive() async throws {
        try await TestServer.serve(quick) { client in
            let form = "POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)Content-Length: 3\r\n\r\na=1"
            for _ in 0..<3 {
                await client.send(form)
                let answer = await client.receive(until: "a=1")
                #expect(answer.text.hasPrefix("HTTP/1.1 200 "))
                #expect(!answer.text.lowercased().contains("connection: close"))
            }
            await client.send(form + form + "GET /bye HTTP/1.1\r\nHost: a\r\n\r\n")
            let answers = await client.receive()
            #expect(answers.text.components(separatedBy: "HTTP/1.1 200 ").count == 4)
            #expect(answers.text.hasSuffix("bye"))
            #expect(answers.isClosed)
        }
    }

    @Test(
        "a body that ends early, or is wrongly framed, is no form",
        arguments: ["Content-Length: 10\r\n\r\na=1", "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\nZ\r\n"])
    func cut(rest: String) async throws {
        try await TestServer.serve(quick) { client in
            await client.send("POST /form HTTP/1.1\r\nHost: a\r\n\(Self.form)\(rest)")
            client.finishSending()
            let answer = await client.receive()
            #expect(answer.text.hasPrefix("HTTP/1.1 400 "))
            #expect(answer.isClosed)
        }
    }

    @Test("a connection without a whole request is closed after the idle time, also when headers trickle in")
    func idle() async throws {
        try await TestServer.serve(quick) { client in
            let answer = await client.receive()
            #expect(answer.text.isEmpty && answer.isClosed)
        }
        try await TestServer.serve(quick) { client in
            await client.send("GET / HTTP/1.1\r\nHo")
            let answer = await client.receive()
            #expect(answer.isClosed)
        }
    }

    @Test("too many or too long headers get 400")
    func headers() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n")
            #expect(await client.receive().text.hasPrefix("HTTP/1.1 400 "))
        }
        try await TestServer.serve(quick) { client in
            await client.send("GET /" + String(repeating: "a", count: 40_000) + " HTTP/1.1\r\n\r\n")
            #expect(await client.receive().text.hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test("a client that takes nothing of a long answer is cut off")
    func deaf() async throws {
        let (endings, ending) = AsyncStream<Void>.makeStream()
        let onEnd: @Sendable () -> Void = { ending.yield() }
        try await TestServer.serve(quick, onEndOfEndless: onEnd) { client in
            await client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            for await _ in endings { break }
            #expect(await client.receive().isClosed)
        }
    }

    @Test("connections beyond the limit wait until one of those that are being answered is closed")
    func connections() async throws {
        var narrow = quick
        narrow.connections = 1
        let limits = narrow
        try await TestServer.run(limits) { port in
            let first = try RawClient(port: port)
            defer { first.close() }
            let begin = ContinuousClock.now
            await first.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await first.receive(until: "aaa").text.hasPrefix("HTTP/1.1 200 "))
            let second = try RawClient(port: port)
            defer { second.close() }
            await second.send("GET /bye HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = await second.receive()
            #expect(answer.text.hasSuffix("bye"))
            #expect(ContinuousClock.now - begin >= limits.stall)
        }
    }

    @Test("stopping waits for a running answer, but not for ever")
    func stopping() async throws {
        var patient = quick
        patient.stall = .seconds(600)
        patient.idle = .seconds(600)
        let (clients, kept) = AsyncStream<RawClient>.makeStream()
        let begin = ContinuousClock.now
        try await TestServer.run(patient) { port in
            let client = try RawClient(port: port)
            kept.yield(client)
            await client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.receive(until: "aaa").text.hasPrefix("HTTP/1.1 200 "))
        }
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(ContinuousClock.now - begin >= patient.shutdown)
        kept.finish()
        for await client in clients { client.close() }
    }

    private static let form = "Content-Type: application/x-www-form-urlencoded\r\n"
}
