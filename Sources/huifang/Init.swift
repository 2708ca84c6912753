import App
import ArgumentParser
import Foundation

/// Creates a company in an empty folder.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Found a company in an empty folder.")

    @OptionGroup var data: DataOption
    @Option(help: "The shipped rulebook to begin with.") var rulebook = "decoration"
    @Option(help: "The company's name.") var name = "回访"
    @Option(help: "The number that customers are told to call.") var hotline: String?
    @Option(name: .customLong("time-zone"), help: "The company's time zone.") var timeZone = "Asia/Shanghai"

    func run() async throws {
        let folder = try data.folder
        try await OpenCompany.found(in: folder, name: name, rulebook: rulebook, hotline: hotline, zone: timeZone)
            .close()
        print("Founded \(name) in \(folder.url.path). Serve it with: huifang serve --data \(folder.url.path)")
    }
}
