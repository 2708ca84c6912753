import Foundation

/// Settings of one running server, from the command line and the environment.
public struct Settings: Sendable {
    public let data: DataFolder
    public let host: String
    public let port: Int
    /// The address that browsers use; decides on secure cookies and on the origin that may send forms.
    public let baseURL: URL
    /// The folder with `Templates` and `Public`.
    public let resources: URL
    public let sessions: SessionLimits
    /// Addresses and ranges of reverse proxies whose forwarding header is trusted (ACC-14).
    public let trustedProxies: [String]
    /// The only forwarding header that is read.
    public let proxyHeader: String
    public let logLevel: LogLevel
    /// The default folder of backups.
    public let backups: URL?
    /// Seconds without a backup before a warning (RUN-4).
    public let backupAge: TimeInterval

    /// One day, plus two hours for a nightly backup to run late.
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

    /// Whether browsers come over HTTPS, so that cookies may be `Secure`.
    var isSecure: Bool { baseURL.scheme == "https" }

    private static func localURL(_ host: String, _ port: Int) -> URL {
        let name = host.contains(":") ? "[\(host)]" : host
        return URL(string: "http://\(name):\(port)") ?? URL(filePath: "/")
    }

    /// The nearest folder with `Templates`, searching upwards from the working directory, then from the binary.
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

/// Lifetimes of a session, in seconds (ACC-10).
public struct SessionLimits: Sendable {
    public let idle: TimeInterval
    public let absolute: TimeInterval

    public init(idle: TimeInterval = 2 * 3600, absolute: TimeInterval = 12 * 3600) {
        self.idle = idle
        self.absolute = absolute
    }
}

extension Settings {
    /// Warning at start when browsers elsewhere would use plain HTTP: they then refuse cookies and the camera.
    public var plainHTTPWarning: String? {
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(baseURL.host() ?? "")
        guard !isSecure, !isLocal else { return nil }
        return
            "Browsers trust only HTTPS or this machine itself: put a proxy with TLS in front and name it with --base-url."
    }

    /// Warning at start when the HTTPS proxy is not named, or one is named that is not needed (ACC-14).
    public var proxyWarning: String? {
        switch (isSecure, trustedProxies.isEmpty) {
        case (true, true):
            "No trusted proxy is named, so every visitor has the proxy's address: name it with --trusted-proxy."
        case (false, false):
            "A trusted proxy is named, but the address is not HTTPS: name the public address with --base-url."
        case (true, false), (false, true): nil
        }
    }

    /// What is wrong with the proxies in the settings; nil when they are fine.
    public var proxyProblem: String? {
        do throws(TrustedProxyProblem) {
            _ = try TrustedProxies(trustedProxies, header: proxyHeader)
            return nil
        } catch {
            return error.description
        }
    }
}
