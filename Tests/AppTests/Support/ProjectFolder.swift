import Foundation

/// The checkout that the tests were built from.
enum ProjectFolder {
    static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

    /// The files below a folder with one of these extensions, in the order of their paths.
    static func files(in folder: String, _ extensions: Set<String>) throws -> [SourceFile] {
        let root = url.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { extensions.contains(URL(filePath: $0).pathExtension) }
            .map { path in
                let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
                return SourceFile(path: folder + "/" + path, text: text)
            }
    }
}

/// One file of the project, as text.
struct SourceFile: Sendable {
    /// From the project's folder, such as `Sources/App/Paths.swift`.
    let path: String
    let text: String

    var name: String { String(path.split(separator: "/").last ?? "") }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Every match of a pattern's first group, or of all of it when it has none.
    func matches(_ pattern: String) throws -> [String] {
        try text.matches(of: Regex(pattern)).map { match in
            String((match.output.count > 1 ? match.output[1].substring : nil) ?? match.output[0].substring ?? "")
        }
    }
}
