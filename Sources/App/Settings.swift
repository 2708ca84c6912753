import Foundation

/// What the command line and the environment decide about one running server.
public struct Settings: Sendable {
    public let data: DataFolder
    public let host: String
    public let port: Int
    /// The address under which browsers reach the server; decides on secure cookies and which origin may write.
    public let baseURL: URL
    /// The folder with `Templates` and `Public`.
    public let resources: URL
    public let sessions: SessionLimits
    /// Addresses and ranges of the proxies that are believed when they say for whom they ask (ACC-14).
    public let trustedProxies: [String]
    /// The one header that they are believed in.
    public let proxyHeader: String
    public let logLevel: LogLevel
    /// Where backups are made when no other place is named.
    public let backups: URL?
    /// Seconds after which a missing backup is told (RUN-4).
    public let backupAge: TimeInterval

    /// A night's backup and two hours for it to be late.
    public static let usualBackupAge: TimeInterval = 26 * 3_600

    public init(
        data: DataFolder, host: String = "127.0.0.1", port: Int = 8080, baseURL: URL? = nil, resources: URL? = nil,
        sessions: SessionLimits = SessionLimits(), trustedProxies: [String] = [],
        proxyHeader: String = Settings.usualProxyHeader, logLevel: LogLevel = .info, backups: URL? = nil,
        backupAge: TimeInterval = Settings.usualBackupAge
    ) {
        self.data = data
        self.host = host
        self.port = port
        self.baseURL = baseURL ?? Self.localURL(host, port)
        self.resources = resources ?? Self.nearbyResources()
        self.sessions = sessions
        self.trustedProxies = trustedProxies
        self.proxyHeader = proxyHeader
        self.logLevel = logLevel
        self.backups = backups
        self.backupAge = backupAge
    }

    /// The header that most proxies write.
    public static let usualProxyHeader = "X-Forwarded-For"

    /// Whether browsers come over HTTPS, which cookies may then demand.
    var isSecure: Bool { baseURL.scheme == "https" }

    private static func localURL(_ host: String, _ port: Int) -> URL {
        let name = host.contains(":") ? "[\(host)]" : host
        return URL(string: "http://\(name):\(port)") ?? URL(filePath: "/")
    }

    /// The nearest folder at or above the working directory, then the binary, that has a `Templates` folder.
    private static func nearbyResources() -> URL {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let binary = URL(filePath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
        for start in [here, binary.deletingLastPathComponent()] {
            var folder = start.standardizedFileURL
            for _ in 0..<8 {
                if FileManager.default.fileExists(atPath: folder.appending(path: "Templates/layout.mustache").path) {
                    return folder
                }
                folder = folder.deletingLastPathComponent()
            }
        }
        return here
    }
}

/// How long a session lives, in seconds (ACC-10).
public struct SessionLimits: Sendable {
    public let idle: TimeInterval
    public let absolute: TimeInterval

    public init(idle: TimeInterval = 2 * 3600, absolute: TimeInterval = 12 * 3600) {
        self.idle = idle
        self.absolute = absolute
    }
}

extension Settings {
    /// What to say at start when browsers would come over plain HTTP from elsewhere: cookies and cameras then fail them.
    public var plainHTTPWarning: String? {
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(baseURL.host() ?? "")
        guard !isSecure, !isLocal else { return nil }
        return
            "Browsers trust only HTTPS or this machine itself: put a proxy with TLS in front and name it with --base-url."
    }

    /// What to say at start when the proxy that makes HTTPS is not named, or one is named and there is none (ACC-14).
    public var proxyWarning: String? {
        switch (isSecure, trustedProxies.isEmpty) {
        case (true, true):
            "No trusted proxy is named, so every visitor has the proxy's address: name it with --trusted-proxy."
        case (false, false):
            "A trusted proxy is named, but the address is not HTTPS: name the public address with --base-url."
        case (true, false), (false, true): nil
        }
    }

    /// What is wrong with the proxies that are named; nil when nothing is.
    public var proxyProblem: String? {
        do throws(TrustedProxyProblem) {
            _ = try TrustedProxies(trustedProxies, header: proxyHeader)
            return nil
        } catch {
            return error.description
        }
    }
}
