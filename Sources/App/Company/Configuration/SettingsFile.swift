import Foundation

/// Settings file: lines of `name = value`; empty lines and lines beginning with # are skipped (RUN-5).
struct SettingsFile: Sendable {
    let values: [Setting: String]

    /// - Throws: `CommandError` when it cannot be read, or at the first line with an unknown setting.
    init(path: String) throws(CommandError) {
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            throw CommandError(
                "the settings in \(path) cannot be read; look whether the file is there, and at its rights")
        }
        try self.init(text: text, name: path)
    }

    init(text: String, name: String) throws(CommandError) {
        var values: [Setting: String] = [:]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard let setting = Setting(rawValue: parts[0]) else {
                throw CommandError(
                    "line \(number + 1) of \(name): there is no setting \"\(parts[0])\"; those are \(Self.names)")
            }
            guard parts.count == 2, !parts[1].isEmpty else {
                throw CommandError("line \(number + 1) of \(name) should look like: \(setting.rawValue) = VALUE")
            }
            guard values[setting] == nil else {
                throw CommandError("line \(number + 1) of \(name) sets \(setting.rawValue) a second time")
            }
            values[setting] = Self.unquoted(parts[1])
        }
        self.values = values
    }

    private static var names: String { Setting.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return String(text.dropFirst().dropLast())
    }
}
