import App
import ArgumentParser
import Foundation

/// Restores a company's data folder from a backup.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data folder out of a backup, and look through it.")

    @OptionGroup var data: DataOption
    @Option(help: "The backup.") var from: String
    @Flag(name: .customLong("even-so"), help: "Restore what is not whole too; what is wrong is said.")
    var evenSo = false

    func run() async throws {
        let folder = try data.folder
        let (files, flaws) = try await Restore.make(from: DataFolder(from), to: folder, acceptsLoss: evenSo) {
            progress in
            LogQueue.standardError.add(progress + "\n")
        }
        print("Restored to \(folder.url.path) with \(files) files of photographs; flushed and checked.")
        print("Serve it with: huifang serve --data \(folder.url.path)")
        if !flaws.isEmpty { throw CommandError("restored, but: \(flaws.joined(separator: "; "))") }
    }
}
