import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// What one client may take from the server, and how long stopping may last; the framework sets none of it.
struct ServerLimits: Sendable {
    /// How long a connection may wait for its next request, or for the rest of a request's headers.
    var idle: Duration = .seconds(30)
    /// Connections at one time, below the 1,024 files that a process usually may open; more wait in the system's queue.
    var connections = 900
    /// Bytes of all headers of a request with its first line, and of one of them.
    var headerBytes = 32 << 10
    var headers = 100
    /// How long a client has to take an answer that ends its connection.
    var farewell: Duration = .seconds(3)
    /// How long a client may take nothing of an answer that fills the buffers.
    var stall: Duration = .seconds(30)
    /// How long running requests may go on after SIGTERM before their connections are cut.
    var shutdown: Duration = .seconds(10)

    /// HTTP/1.1 with these limits.
    var server: HTTPServerBuilder {
        let farewell = TimeAmount(farewell)
        let stall = TimeAmount(stall)
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [
                    EarlyAnswerHandler(patience: farewell), StalledClientHandler(patience: stall),
                ],
                idleTimeout: TimeAmount(idle),
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: headerBytes, maxHeaderListSize: headerBytes, maxHeaderFieldCount: headers)))
    }

    /// Where to listen, with the limit of connections; says nothing about the software in a `Server` header.
    func configuration(host: String, port: Int) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(host, port: port),
            availableConnectionsDelegate: MaximumAvailableConnections(connections))
    }

    /// Runs services until SIGTERM or SIGINT, then stops them in reverse order within `shutdown`.
    func group(_ services: [any Service], logger: Logger) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = shutdown
        return ServiceGroup(configuration: configuration)
    }
}
