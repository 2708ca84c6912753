import App
import ArgumentParser
import Foundation

/// Serves a company until it is told to stop.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve a company's pages.")

    @OptionGroup var data: DataOption
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on.") var port = 8080
    @Option(name: .customLong("base-url"), help: "The address that browsers use, such as https://huifang.example.")
    var baseURL: String?
    @Option(
        name: .customLong("trusted-proxy"), parsing: .singleValue,
        help: "An address or range, such as 127.0.0.1, of a proxy that says for whom it asks; may be repeated.")
    var trustedProxies: [String] = []
    @Option(name: .customLong("proxy-header"), help: "The header in which it says so: X-Forwarded-For or Forwarded.")
    var proxyHeader = Settings.usualProxyHeader

    func validate() throws {
        guard (1...65535).contains(port) else { throw ValidationError("--port takes a number from 1 to 65535") }
        if let baseURL, URL(string: baseURL)?.host() == nil {
            throw ValidationError("--base-url takes a whole address, such as https://huifang.example")
        }
        if let problem = settings.proxyProblem { throw ValidationError(problem) }
    }

    private var settings: Settings {
        Settings(
            data: data.folder, host: host, port: port, baseURL: baseURL.flatMap { URL(string: $0) },
            trustedProxies: trustedProxies, proxyHeader: proxyHeader)
    }

    func run() async throws {
        let settings = settings
        try await Server(settings).run { address, setUpLink in
            let lines = [
                "Huifang listens at \(address.absoluteString)",
                setUpLink.map { "There is no administrator yet. Make the first one at \($0.absoluteString)" },
                settings.plainHTTPWarning, settings.proxyWarning,
            ]
            // Written past the buffer of print, so that a pipe or a file has it at once.
            let text = lines.compactMap { $0 }.map { $0 + "\n" }.joined()
            try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        }
    }
}
