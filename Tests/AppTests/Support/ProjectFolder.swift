import Foundation

/// The checkout that the tests were built from.
enum ProjectFolder {
    static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL

    /// The program and its templates, read once.
    static let sources = required { try files(in: "Sources", ["swift"]) }
    static let templates = required { try files(in: "Templates", ["mustache"]) }

    /// What the arguments of a test are made of, and may not throw: a test over nothing would pass, so nothing ends the run.
    static func required<Items: Collection>(_ load: () throws -> Items) -> Items {
        do {
            let items = try load()
            precondition(!items.isEmpty, "There is nothing to go over.")
            return items
        } catch {
            fatalError("What the tests go over cannot be read: \(error)")
        }
    }

    struct NoFiles: Error { let folder: String }

    /// The files below a folder with one of these extensions, in the order of their paths; none is an error.
    static func files(in folder: String, _ extensions: Set<String>) throws -> [SourceFile] {
        let root = url.appending(path: folder)
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { extensions.contains(URL(filePath: $0).pathExtension) }
            .map { path in
                let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
                return SourceFile(path: folder + "/" + path, text: text)
            }
        guard !files.isEmpty else { throw NoFiles(folder: folder) }
        return files
    }

    /// The URL patterns as `Paths` declares them, `/customers/{id}` by the name `customer`.
    static func urlPatterns() throws -> [String: String] {
        let text = try String(contentsOf: url.appending(path: "Sources/App/Paths.swift"), encoding: .utf8)
        let found = text.matches(of: #/static let (\w+) = (?:\w+<[^>]*>\()?"([^"]+)"/#)
        return found.reduce(into: [:]) { patterns, match in
            patterns[String(match.1)] = String(match.2).replacing(#/\\\((\w+)\)/#) { patterns[String($0.1)] ?? "" }
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
