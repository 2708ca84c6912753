import App
import ArgumentParser

/// The folder that a command works on.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder of the company's data.")
    var path: String

    var folder: DataFolder { DataFolder(path) }
}
