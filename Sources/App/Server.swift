import Foundation
import Hummingbird
import Logging
import ServiceLifecycle

/// One running server.
public struct Server: Sendable {
    private let app: App
    private let limits = ServerLimits.fitting(openFiles: OpenFiles.raiseLimit())
    private let logger: Logger

    /// Opens the company's data without serving yet.
    /// - Throws: `CommandError` with a message for the terminal.
    public init(_ settings: Settings) async throws {
        var logger = Logger(label: "huifang") { JSONLogHandler(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel.rawValue) ?? .info
        self.logger = logger
        app = try await App(settings, PageFiles(in: settings.resources), tell: { logger.tell($0) })
        try ListeningPort.demandFree(host: settings.host, port: settings.port)
    }

    /// Serves until SIGTERM or SIGINT.
    /// - Parameter announce: called once with the address listened on and, while there is no administrator, the
    ///   one-time set-up link.
    public func run(announce: @escaping @Sendable (_ address: URL, _ setUpLink: URL?) -> Void) async throws {
        let app = app
        let connections = Connections(limits, isExempt: app.proxies.contains)
        let server = Application(
            router: app.router(), server: limits.server(connections, bare: app.bareAnswer),
            configuration: limits.configuration(host: app.settings.host, port: app.settings.port),
            onServerRunning: { [logger] channel in
                do {
                    try await ConnectionGate.stand(before: channel, connections)
                } catch {
                    logger.error("connections are not limited", metadata: ["type": "\(type(of: error))"])
                }
                announce(app.settings.baseURL, app.setUpLink.currentURL)
            }, logger: logger)
        let folding = TryFolding(app: app, logger: logger)
        let services: [any Service] = [
            folding, server, PeriodicTasks(app: app, logger: logger), Replanner(app: app, logger: logger),
            BackupOnRequest(app: app, logger: logger),
        ]
        let ending = await Self.ending(of: limits.group(services, logger: logger))
        await folding.fold(evenNow: true)
        try await app.auditStore.writeFoldedRefusals(nil, at: app.now())
        try ending.get()
        try app.database.close()
    }

    /// The outcome of the service group, returned rather than thrown so that the final writes happen either way.
    private static func ending(of group: ServiceGroup) async -> Result<Void, any Error> {
        do { return .success(try await group.run()) } catch { return .failure(error) }
    }
}
