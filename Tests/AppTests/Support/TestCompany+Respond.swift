import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import App

extension TestCompany {
    /// One request straight to the responder, without a socket.
    func respond(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: RequestBody,
        authority: String? = "127.0.0.1:8080", from address: String = "192.0.2.1",
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> Response {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: authority, path: path, headerFields: headers)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 50_000)
        let context = AppContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        return try await responder.respond(to: Request(head: head, body: body), context: context)
    }
}

extension Response {
    /// The whole body.
    func bytes() async throws -> [UInt8] {
        let collected = CollectedBytes()
        try await body.write(collected)
        return collected.bytes
    }

    func text() async throws -> String { String(decoding: try await bytes(), as: UTF8.self) }
}

extension [String: String] {
    /// As a browser sends its cookies.
    var cookieHeader: String { map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
}

private final class CollectedBytes: ResponseBodyWriter {
    private let buffer = Mutex<[UInt8]>([])
    var bytes: [UInt8] { buffer.withLock { $0 } }

    func write(_ part: ByteBuffer) async throws { buffer.withLock { $0 += part.readableBytesView } }
    func finish(_ trailers: HTTPFields?) async throws {}
}
