import App
import ArgumentParser
import Foundation

/// Checks settings and data; exit code 1 when anything is wrong.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is wrong with settings and data, without changing anything.")

    @OptionGroup var data: DataOption

    func run() async throws {
        let sources = try data.sources()
        let findings = await CompanyCheck(sources, folder: try data.folder(sources)).findings()
        print(findings.map(\.line).joined(separator: "\n"))
        let wrong = findings.filter { $0.weight == .wrong }.count
        if wrong > 0 { throw CommandError(wrong == 1 ? "one thing is wrong" : "\(wrong) things are wrong") }
    }
}
