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

    func validate() throws {
        guard (1...65535).contains(port) else { throw ValidationError("--port takes a number from 1 to 65535") }
        if let baseURL, URL(string: baseURL)?.host() == nil {
            throw ValidationError("--base-url takes a whole address, such as https://huifang.example")
        }
    }

    func run() async throws {
        let settings = Settings(
            data: data.folder, host: host, port: port, baseURL: baseURL.flatMap { URL(string: $0) })
        try await Server(settings).run { address, setUpLink in
            let lines = [
                "Huifang listens at \(address.absoluteString)",
                setUpLink.map { "There is no administrator yet. Make the first one at \($0.absoluteString)" },
                settings.plainHTTPWarning,
            ]
            // Written past the buffer of print, so that a pipe or a file has it at once.
            let text = lines.compactMap { $0 }.map { $0 + "\n" }.joined()
            try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        }
    }
}
