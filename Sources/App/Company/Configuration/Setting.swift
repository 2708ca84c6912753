/// Everything that can be set about a server, by one name in its file, in the environment and on the command line
/// (RUN-5); docs/operating.md says what each is for.
public enum Setting: String, CaseIterable, Sendable {
    /// The folder of the company's data.
    case data
    case host
    case port
    case baseURL = "base-url"
    /// Addresses or networks of proxies whose word about the visitor's address counts (ACC-14).
    case trustedProxies = "trusted-proxies"
    /// The one header in which they are believed.
    case proxyHeader = "proxy-header"
    case logLevel = "log-level"
    /// The folder in which `huifang backup` makes a folder for each backup.
    case backups
    /// Hours after which a missing backup is told.
    case backupAge = "backup-age"

    /// Its name in the environment, such as `HUIFANG_BASE_URL`.
    public var variable: String { Self.prefix + rawValue.uppercased().replacing("-", with: "_") }

    static let prefix = "HUIFANG_"

    /// The variable that names the file of settings.
    public static let fileVariable = prefix + "CONFIG"
}

/// The least that is written into the log.
public enum LogLevel: String, CaseIterable, Sendable {
    case debug, info, notice, warning, error
}
