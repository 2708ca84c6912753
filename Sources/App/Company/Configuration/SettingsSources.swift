import Foundation

/// Where settings come from: the command line goes before the environment, that before the file (RUN-5).
public struct SettingsSources: Sendable {
    private let given: [Setting: String]
    private let environment: [Setting: String]
    private let file: [Setting: String]
    private let fileName: String

    /// Variables that begin like ours and set nothing; a misspelt one would be a setting that is not heeded.
    let unknownVariables: [String]

    /// - Parameter given: what stands on the command line.
    /// - Parameter config: the file that it names; else the environment may name one.
    /// - Throws: `CommandError` when the file cannot be read or says something that cannot be set.
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

    /// What a setting says, and who says so, for a sentence about it.
    func value(_ setting: Setting) -> (text: String, source: String)? {
        given[setting].map { ($0, "--" + setting.rawValue) } ?? environment[setting].map { ($0, setting.variable) }
            ?? file[setting].map { ($0, "\(setting.rawValue) in \(fileName)") }
    }

    /// The folder of the company's data; nil when nobody names one.
    public var data: DataFolder? { value(.data).map { DataFolder($0.text) } }
}
