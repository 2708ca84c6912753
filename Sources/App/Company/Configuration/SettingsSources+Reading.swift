import Foundation

extension SettingsSources {
    /// The validated settings of a server.
    /// - Throws: `CommandError` that names the setting, its source and what it accepts.
    public func settings(data: DataFolder) throws(CommandError) -> Settings {
        Settings(
            data: data, host: value(.host)?.text ?? "127.0.0.1", port: try port, baseURL: try baseURL,
            trustedProxies: trustedProxies, proxyHeader: value(.proxyHeader)?.text ?? Settings.usualProxyHeader,
            logLevel: try logLevel, backups: backups,
            backupAge: try backupAge)
    }

    /// The folder for backups; nil when it is not set.
    public var backups: URL? { value(.backups).map { URL(filePath: $0.text, directoryHint: .isDirectory) } }

    private var port: Int {
        get throws(CommandError) {
            guard let (text, source) = value(.port) else { return 8080 }
            guard let port = Int(text), (1...65535).contains(port) else {
                throw CommandError("\(source) takes a number from 1 to 65535")
            }
            return port
        }
    }

    private var baseURL: URL? {
        get throws(CommandError) {
            guard let (text, source) = value(.baseURL) else { return nil }
            guard let url = URL(string: text), url.host() != nil, ["http", "https"].contains(url.scheme) else {
                throw CommandError("\(source) takes a whole address, such as https://huifang.example")
            }
            return url
        }
    }

    private var trustedProxies: [String] {
        value(.trustedProxies)?.text.split { $0 == "," || $0.isWhitespace }.map(String.init) ?? []
    }

    private var logLevel: LogLevel {
        get throws(CommandError) {
            guard let (text, source) = value(.logLevel) else { return .info }
            guard let level = LogLevel(rawValue: text) else {
                throw CommandError(
                    "\(source) takes one of: \(LogLevel.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return level
        }
    }

    private var backupAge: TimeInterval {
        get throws(CommandError) {
            guard let (text, source) = value(.backupAge) else { return Settings.usualBackupAge }
            guard let hours = Int(text), (1...8_760).contains(hours) else {
                throw CommandError("\(source) takes a number of hours, from 1 to 8760")
            }
            return TimeInterval(hours) * 3_600
        }
    }
}
