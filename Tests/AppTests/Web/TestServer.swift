import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import App

extension ServerLimits {
    /// Limits that a test can wait for.
    static func quick(_ change: (inout ServerLimits) -> Void) -> ServerLimits {
        var limits = ServerLimits()
        limits.farewell = .milliseconds(500)
        limits.stall = .milliseconds(600)
        limits.shutdown = .milliseconds(300)
        change(&limits)
        return limits
    }
}

/// A real server on a free port with a few routes for clients that misbehave.
enum TestServer {
    /// Runs the test with one client, and stops the server after it.
    static func serve(
        _ limits: ServerLimits, onEndOfEndless: @Sendable @escaping () -> Void = {},
        _ test: @Sendable @escaping (RawClient) async throws -> Void
    ) async throws {
        try await run(limits, onEndOfEndless: onEndOfEndless) { port in
            let client = try RawClient(port: port)
            defer { client.close() }
            try await test(client)
        }
    }

    /// Runs the test with the port of a running server, and stops the server after it.
    /// - Parameter grace: how long a body may stall.
    static func run(
        _ limits: ServerLimits, grace: Duration = .milliseconds(200),
        onEndOfEndless: @Sendable @escaping () -> Void = {},
        _ test: @Sendable @escaping (Int) async throws -> Void
    ) async throws {
        var formLimits = FormLimits()
        formLimits.pace.grace = grace
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let connections = Connections(limits)
        let bare = BareAnswer(headers: try headers, text: "cannot be read")
        let (ports, found) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router(FormReader(limits: formLimits), onEndOfEndless),
            server: limits.server(connections, bare: bare),
            configuration: limits.configuration(host: "127.0.0.1", port: 0),
            onServerRunning: { channel in
                try? await ConnectionGate.stand(before: channel, connections)
                found.yield(channel.localAddress?.port ?? 0)
            }, logger: logger)
        let group = limits.group([application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                try await test(port)
                break
            }
            await group.triggerGracefulShutdown()
            do { try await tasks.waitForAll() } catch is CancellationError {}
        }
    }

    private static var headers: SecurityHeaders {
        get throws { SecurityHeaders(baseURL: try #require(URL(string: "https://care.example"))) }
    }

    private static func router(
        _ reader: FormReader, _ onEndOfEndless: @Sendable @escaping () -> Void
    ) -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.post("form") { request, _ in
            do throws(FormProblem) {
                let form = try await reader.read(request)
                let text = form.fields.map { "\($0.key)=\($0.value.joined())" }.joined()
                return Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
            } catch {
                return Response(status: error.status, headers: error.headers)
            }
        }
        router.post("unread") { _, _ in Response(status: .ok, headers: [.connection: "keep-alive"]) }
        router.get("hello") { _, _ in "hello" }
        router.get("bye") { _, _ in
            Response(
                status: .ok, headers: [.connection: "close"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "bye")))
        }
        router.get("endless") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    defer { onEndOfEndless() }
                    while true { try await writer.write(ByteBuffer(repeating: 0x61, count: 1 << 16)) }
                })
        }
        return router
    }
}
