import Foundation

extension SourceFile {
    // Compiled once: they go over every line of the program.
    nonisolated(unsafe) private static let sentence = #/"(?:[^"\\]|\\.)*"/#
    nonisolated(unsafe) private static let comment = #/\/\/.*$/#
    nonisolated(unsafe) private static let longLiteral = #/"""(?s:(.*?))"""/#
    nonisolated(unsafe) private static let literal = #/"((?:[^"\\]|\\.)*)"/#

    /// The lines without comments and without what stands in string literals, so that words in sentences are no code.
    var codeLines: [String] {
        var isInside = false
        return lines.map { line in
            let marks = line.ranges(of: "\"\"\"").count
            defer { if marks == 1 { isInside.toggle() } }
            guard !isInside || marks > 0 else { return "" }
            let plain = String(line).replacing(Self.sentence, with: "\"\"")
            return String(plain.replacing(Self.comment, with: ""))
        }
    }

    /// Every string literal, those of several lines as one.
    var literals: [String] {
        var long: [String] = []
        let rest = text.replacing(Self.longLiteral) { match in
            long.append(String(match.1))
            return ""
        }
        let short = rest.split(separator: "\n").filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
            .flatMap { $0.matches(of: Self.literal).map { String($0.1) } }
        return long + short
    }
}
