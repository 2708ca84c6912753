import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// What one client may take from the server, and how long stopping may last; the framework sets none of it.
struct ServerLimits: Sendable {
    /// How long a connection may wait for its next request.
    var idle: Duration = .seconds(30)
    /// How long a request's head may take from its first byte, and the first one from the opening of the connection.
    var head: Duration = .seconds(10)
    /// Connections at one time; more wait in the system's queue.
    var connections = 900
    /// Connections of one address at one time.
    var connectionsOfOne = 100
    /// Bytes of all headers of a request with its first line, and of one of them.
    var headerBytes = 32 << 10
    var headers = 100
    /// How long a client has to take an answer that ends its connection.
    var farewell: Duration = .seconds(3)
    /// In which time a client must take `leastRate` of an answer that fills the buffers.
    var stall: Duration = .seconds(30)
    /// Bytes a second.
    var leastRate = 1 << 10
    /// The same time while the server stops, for answers and for bodies.
    var drain: Duration = .seconds(2)
    /// How long running requests may go on after SIGTERM before their connections are cut.
    var shutdown: Duration = .seconds(10)

    /// The usual limits within what the system lets a process open. Each request may need a file besides its connection.
    static func fitting(openFiles: Int) -> ServerLimits {
        var limits = ServerLimits()
        limits.connections = max(16, min(4_096, (openFiles - 64) / 2))
        limits.connectionsOfOne = max(8, min(100, limits.connections / 16))
        return limits
    }

    /// HTTP/1.1 with these limits.
    /// - Parameter bare: what is said to those whose request cannot be read.
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

    /// Where to listen; says nothing about the software in a `Server` header.
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

    /// What a client must take, or send, in a time.
    func leastBytes(in time: Duration) -> Int {
        Int((time / .seconds(1) * Double(leastRate)).rounded(.down))
    }
}
