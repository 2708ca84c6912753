import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Limits on what one client may take from the server, and on the time to stop; the framework sets none.
struct ServerLimits: Sendable {
    /// Keep-alive timeout: how long a connection may wait for its next request.
    var idle: Duration = .seconds(30)
    /// Timeout of a request's head, from its first byte; for the first request, from the opening of the connection.
    var head: Duration = .seconds(10)
    /// Open connections; more wait in the system's backlog.
    var connections = 900
    /// Open connections of one network.
    var connectionsOfOne = 100
    /// Bytes of the request line with all headers, and of a single header.
    var headerBytes = 32 << 10
    var headers = 100
    /// How long a client has to take an answer that ends its connection.
    var farewell: Duration = .seconds(3)
    /// The time in which a client must take `leastRate` of an answer that fills the buffers.
    var stall: Duration = .seconds(30)
    /// Bytes a second.
    var leastRate = 1 << 10
    /// The same time while the server stops, for answers and for bodies.
    var drain: Duration = .seconds(2)
    /// Graceful shutdown: how long running requests may go on after SIGTERM before their connections are cut.
    var shutdown: Duration = .seconds(10)

    /// The default limits, within the process's limit of file descriptors. Each request may need a file besides its
    /// connection.
    static func fitting(openFiles: Int) -> ServerLimits {
        var limits = ServerLimits()
        limits.connections = max(16, min(4_096, (openFiles - 64) / 2))
        limits.connectionsOfOne = max(8, min(100, limits.connections / 16))
        return limits
    }

    /// HTTP/1.1 with these limits.
    /// - Parameter bare: the answer to requests that cannot be parsed.
    func server(_ connections: Connections, bare: BareAnswer) -> HTTPServerBuilder {
        .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    ConnectionWatch(connections, self), BareAnswerHandler(bare),
                    EarlyAnswerHandler(patience: TimeAmount(farewell)), StalledClientHandler(self),
                ],
                idleTimeout: TimeAmount(idle),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: headers)))
    }

    /// The listening address, and no `Server` header.
    func configuration(host: String, port: Int) -> ApplicationConfiguration {
        ApplicationConfiguration(address: .hostname(host, port: port), backlog: 1_024)
    }

    /// Runs services until SIGTERM or SIGINT, then stops them in reverse order within `shutdown`.
    func group(_ services: [any Service], logger: Logger) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = shutdown
        return ServiceGroup(configuration: configuration)
    }

    /// The minimum bytes that a client must take, or send, in a time.
    func leastBytes(in time: Duration) -> Int {
        Int((time / .seconds(1) * Double(leastRate)).rounded(.down))
    }
}
