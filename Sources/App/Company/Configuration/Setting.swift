/// All settings of a server, with one name each for file, environment and command line (RUN-5); docs/operating.md
/// describes them.
public enum Setting: String, CaseIterable, Sendable {
    /// The data folder.
    case data
    case host
    case port
    case baseURL = "base-url"
    /// Addresses or networks of reverse proxies whose forwarding header is trusted (ACC-14).
    case trustedProxies = "trusted-proxies"
    /// The only forwarding header that is read.
    case proxyHeader = "proxy-header"
    case logLevel = "log-level"
    /// The folder in which `huifang backup` creates its backups.
    case backups
    /// Hours without a backup before a warning.
    case backupAge = "backup-age"

    /// The environment variable, such as `HUIFANG_BASE_URL`.
    public var variable: String { Self.prefix + rawValue.uppercased().replacing("-", with: "_") }

    static let prefix = "HUIFANG_"

    /// The environment variable with the path of the settings file.
    public static let fileVariable = prefix + "CONFIG"
}

/// Minimum log level.
public enum LogLevel: String, CaseIterable, Sendable {
    case debug, info, notice, warning, error
}
