import Foundation
import Testing

@testable import App

/// A real server on a free port, and clients that take their time (RUN-5).
@Suite("Slow clients", .timeLimit(.minutes(1))) struct SlowClientsTests {
    private let quick = ServerLimits.quick {
        $0.head = .milliseconds(400)
        $0.drain = .milliseconds(300)
    }

    @Test("a connection on which no request comes is closed, and one whose head trickles in")
    func head() async throws {
        for beginning in ["", "GET / HTTP/1.1\r\nHo"] {
            try await TestServer.serve(quick) { client in
                let begin = ContinuousClock.now
                await client.send(beginning)
                #expect(await client.receive().isClosed)
                #expect(ContinuousClock.now - begin < .seconds(10))
            }
        }
    }

    @Test("the time for a head counts from its first byte, so that a connection may rest between requests")
    func resting() async throws {
        try await TestServer.serve(quick) { client in
            await client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.receive(until: "hello").text.hasSuffix("hello"))
            try await Task.sleep(for: .milliseconds(800))
            await client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await client.receive(until: "hello").text.hasSuffix("hello"))
            let begin = ContinuousClock.now
            await client.send("GET /hello HTTP/1.1\r\nHo")
            #expect(await client.receive().isClosed)
            #expect(ContinuousClock.now - begin < .seconds(10))
        }
    }

    @Test("a client that takes a little now and then of a long answer is cut off, though it is never quite still")
    func trickle() async throws {
        var limits = quick
        limits.leastRate = 1 << 30
        let (endings, ending) = AsyncStream<Void>.makeStream()
        try await TestServer.serve(limits, onEndOfEndless: { ending.yield() }) { client in
            await client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            let reading = Task {
                while !Task.isCancelled, !(await client.receive(atMost: 1 << 20).isClosed) {
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }
            for await _ in endings { break }
            reading.cancel()
            await reading.value
        }
    }

    @Test("one address holds so many connections, and a further one is closed at once")
    func ofOneAddress() async throws {
        var limits = quick
        limits.head = .seconds(30)
        limits.connectionsOfOne = 2
        try await TestServer.run(limits) { port in
            let clients = try (0..<3).map { _ in try RawClient(port: port) }
            defer { for client in clients { client.close() } }
            for client in clients.prefix(2) {
                await client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.receive(until: "hello").text.hasSuffix("hello"))
            }
            #expect(await clients[2].receive().isClosed)
        }
    }

    @Test("when all places are taken, the connection that has been idle longest gives way")
    func idleGivesWay() async throws {
        var limits = quick
        limits.head = .seconds(30)
        limits.connections = 2
        try await TestServer.run(limits) { port in
            let clients = try (0..<2).map { _ in try RawClient(port: port) }
            for client in clients {
                await client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(await client.receive(until: "hello").text.hasSuffix("hello"))
            }
            let third = try RawClient(port: port)
            defer { for client in clients + [third] { client.close() } }
            await third.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await third.receive(until: "hello").text.hasSuffix("hello"))
            #expect(await clients[0].receive().isClosed)
            await clients[1].send("GET /bye HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await clients[1].receive().text.hasSuffix("bye"))
        }
    }

    @Test("a stop does not wait for a client that sends or takes too slowly, however long it might")
    func stopping() async throws {
        var limits = quick
        limits.head = .seconds(30)
        limits.stall = .seconds(600)
        limits.shutdown = .seconds(50)
        let (clients, kept) = AsyncStream<RawClient>.makeStream()
        let begin = ContinuousClock.now
        try await TestServer.run(limits, grace: .seconds(600)) { port in
            let (deaf, slow, idle) = (
                try RawClient(port: port), try RawClient(port: port), try RawClient(port: port)
            )
            for client in [deaf, slow, idle] { kept.yield(client) }
            await deaf.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await deaf.receive(until: "aaa").text.hasPrefix("HTTP/1.1 200 "))
            await slow.send(
                "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 100\r\n\r\na=1")
            await idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await idle.receive(until: "hello").text.hasSuffix("hello"))
        }
        #expect(ContinuousClock.now - begin < .seconds(20))
        kept.finish()
        for await client in clients { client.close() }
    }

    @Test("a request that cannot be read is answered in words, with the headers of every answer")
    func unreadable() async throws {
        var limits = quick
        limits.head = .seconds(30)
        for request in [
            "GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n",
            "GET /" + String(repeating: "a", count: 40_000) + " HTTP/1.1\r\n\r\n", "no request at all\r\n\r\n",
        ] {
            try await TestServer.serve(limits) { client in
                await client.send(request)
                let answer = await client.receive()
                let text = answer.text.lowercased()
                #expect(text.hasPrefix("http/1.1 400 "))
                for header in [
                    "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
                    "strict-transport-security: ", "cache-control: no-store", "connection: close",
                    "content-type: text/plain; charset=utf-8", "content-length: 14",
                ] { #expect(text.contains(header)) }
                #expect(text.hasSuffix("\r\n\r\ncannot be read"))
                #expect(answer.isClosed)
            }
        }
    }
}
