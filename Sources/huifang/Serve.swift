import App
import ArgumentParser
import Foundation

/// Serves a company until it is stopped.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve a company's pages.")

    @OptionGroup var data: DataOption
    @Option(help: "The address to listen on; 127.0.0.1 when nobody names one.") var host: String?
    @Option(help: "The port to listen on; 8080 when nobody names one.") var port: String?
    @Option(name: .customLong("base-url"), help: "The address that browsers use, such as https://huifang.example.")
    var baseURL: String?
    @Option(
        name: .customLong("trusted-proxy"), parsing: .singleValue,
        help: "An address or range, such as 127.0.0.1, of a proxy that says for whom it asks; may be repeated.")
    var trustedProxies: [String] = []
    @Option(name: .customLong("proxy-header"), help: "The header in which it says so: X-Forwarded-For or Forwarded.")
    var proxyHeader: String?
    @Option(name: .customLong("log-level"), help: "The least that is logged: debug, info, notice, warning or error.")
    var logLevel: String?

    func validate() throws {
        if let port, !(1...65535).contains(Int(port) ?? 0) {
            throw ValidationError("--port takes a number from 1 to 65535")
        }
        if let logLevel, LogLevel(rawValue: logLevel) == nil {
            throw ValidationError("--log-level takes debug, info, notice, warning or error")
        }
        if let baseURL, URL(string: baseURL)?.host() == nil {
            throw ValidationError("--base-url takes a whole address, such as https://huifang.example")
        }
    }

    /// From the command line, the environment and a file, in this order of precedence.
    private func settings() throws -> Settings {
        let proxies = trustedProxies.isEmpty ? nil : trustedProxies.joined(separator: ",")
        let sources = try data.sources([
            .host: host, .port: port, .baseURL: baseURL, .trustedProxies: proxies, .proxyHeader: proxyHeader,
            .logLevel: logLevel,
        ])
        return try sources.settings(data: try data.folder(sources))
    }

    func run() async throws {
        let settings = try settings()
        try await Server(settings).run { address, setUpLink in
            let lines = [
                "Huifang listens at \(address.absoluteString)",
                setUpLink.map { "There is no administrator yet. Make the first one at \($0.absoluteString)" },
                settings.plainHTTPWarning, settings.proxyWarning,
            ]
            // Written without the buffer of print, so that a pipe or a file gets it at once.
            let text = lines.compactMap { $0 }.map { $0 + "\n" }.joined()
            try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        }
    }
}
