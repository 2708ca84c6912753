import App
import ArgumentParser
import Foundation

/// Makes a backup of a company, served or not.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the data into a new folder, also while it is being served.")

    @OptionGroup var data: DataOption
    @Option(
        name: .customLong("to"), help: "The folder to make; else one named by the moment, in the folder for backups.")
    var target: String?

    func run() async throws {
        let sources = try data.sources()
        let target = try target(sources)
        let made = try await Backup.make(of: try data.folder(sources), to: target) { progress in
            LogQueue.standardError.add(progress + "\n")
        }
        let words = "\(made.bytes) bytes of database, \(made.files) files of photographs"
        print("Copied to \(target.path): \(words); flushed and checked.")
        if !made.flaws.isEmpty { throw CommandError("copied, but: \(made.flaws.joined(separator: "; "))") }
    }

    private func target(_ sources: SettingsSources) throws -> URL {
        if let target { return URL(filePath: target, directoryHint: .notDirectory).absoluteURL }
        guard let backups = sources.backups else {
            throw ValidationError("name the folder to make with --to, or the folder for backups with HUIFANG_BACKUPS")
        }
        let moment = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        return backups.appending(path: Date().formatted(moment), directoryHint: .notDirectory).absoluteURL
    }
}
