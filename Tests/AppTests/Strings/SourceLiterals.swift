import Foundation

/// The string literals of the program, and what they say about the catalogues.
enum SourceLiterals {
    /// Literals of one line, as written, from all files of the app.
    static func all() throws -> [String] {
        try ProjectFolder.files(in: "Sources/App", ["swift"]).filter { $0.name != "Paths.swift" }.flatMap { file in
            try file.lines.filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }.flatMap { line in
                try SourceFile(path: file.path, text: String(line)).matches(#""((?:[^"\\]|\\.)*)""#)
            }
        }
    }

    /// Those that have the shape of a key below one of the catalogue's first words.
    static func keys(of catalogue: some Collection<String>) throws -> [String] {
        let first = Set(catalogue.compactMap { $0.split(separator: ".").first.map(String.init) })
        return try all().filter { literal in
            literal.wholeMatch(of: #/[a-z][a-z-]*(\.[A-Za-z0-9-]+)+/#) != nil
                && first.contains(String(literal.prefix { $0 != "." }))
        }
    }

    /// Keys that are put together, as patterns: `role.\(role.rawValue)` gives `role\.[^.]+`.
    static func patterns() throws -> [Regex<AnyRegexOutput>] {
        try all().filter { $0.contains("\\(") && $0.wholeMatch(of: #/[a-z][a-z-]*\..*/#) != nil }.compactMap {
            literal in
            let parts = literal.split(separator: #/\\\((?:[^()]|\([^()]*\))*\)/#, omittingEmptySubsequences: false)
            guard parts.allSatisfy({ $0.wholeMatch(of: #/[A-Za-z0-9.-]*/#) != nil }) else { return nil }
            return try Regex(
                parts.map { NSRegularExpression.escapedPattern(for: String($0)) }.joined(separator: "[^.]+"))
        }
    }
}
