import App
import ArgumentParser
import Foundation

/// Copies a company's data, whether it is being served or not.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the data into a new folder, also while it is being served.")

    @OptionGroup var data: DataOption
    @Option(name: .customLong("to"), help: "The folder to make.") var target: String

    func run() async throws {
        try await Backup.make(of: data.folder, to: URL(filePath: target).absoluteURL)
        print("Copied to \(target).")
    }
}
