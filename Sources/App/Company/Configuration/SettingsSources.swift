import Foundation

/// Precedence of settings: command line, then environment, then file (RUN-5).
public struct SettingsSources: Sendable {
    private let given: [Setting: String]
    private let environment: [Setting: String]
    private let file: [Setting: String]
    private let fileName: String

    /// Environment variables with our prefix but an unknown name: a misspelt one would be silently ignored.
    let unknownVariables: [String]

    /// - Parameter given: from the command line.
    /// - Parameter config: the file named there; else the environment may name one.
    /// - Throws: `CommandError` when the file cannot be read or has an unknown setting.
    public init(
        given: [Setting: String], config: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(CommandError) {
        self.given = given
        let known = Setting.allCases.compactMap { setting in environment[setting.variable].map { (setting, $0) } }
        self.environment = Dictionary(uniqueKeysWithValues: known.filter { !$0.1.isEmpty })
        fileName = config ?? environment[Setting.fileVariable] ?? ""
        file = fileName.isEmpty ? [:] : try SettingsFile(path: fileName).values
        let names = Set(Setting.allCases.map(\.variable) + [Setting.fileVariable])
        unknownVariables = environment.keys.filter { $0.hasPrefix(Setting.prefix) && !names.contains($0) }.sorted()
    }

    /// A setting's value and its source, for messages.
    func value(_ setting: Setting) -> (text: String, source: String)? {
        given[setting].map { ($0, "--" + setting.rawValue) } ?? environment[setting].map { ($0, setting.variable) }
            ?? file[setting].map { ($0, "\(setting.rawValue) in \(fileName)") }
    }

    /// The data folder; nil when it is not set.
    public var data: DataFolder? { value(.data).map { DataFolder($0.text) } }
}
