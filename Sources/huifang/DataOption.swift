import App
import ArgumentParser
import Foundation

/// The options for the data folder and the settings file.
struct DataOption: ParsableArguments {
    @Option(
        name: .customLong("data"), help: "The folder of the company's data; else HUIFANG_DATA or the file names it.")
    var path: String?
    @Option(help: "A file with settings; else HUIFANG_CONFIG names it.") var config: String?

    /// The settings, overridden by the command line.
    func sources(_ given: [Setting: String?] = [:]) throws -> SettingsSources {
        try SettingsSources(given: given.merging([.data: path]) { $1 }.compactMapValues { $0 }, config: config)
    }

    func folder(_ sources: SettingsSources) throws -> DataFolder {
        guard let folder = sources.data else {
            throw ValidationError("name the folder of the company's data with --data, or set HUIFANG_DATA")
        }
        return folder
    }

    var folder: DataFolder { get throws { try folder(try sources()) } }
}
