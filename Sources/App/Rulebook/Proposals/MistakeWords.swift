import Markup
import Rulebooks

/// Formats the mistakes of a document: position, problem, and the line itself.
enum MistakeWords {
    /// Maximum shown; the rest appears once these are fixed.
    static let most = 100

    static func rows(_ mistakes: [RulebookMistake], in text: String, _ words: Words) -> [PageValues] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return mistakes.prefix(most).map { mistake in
            let isInside = mistake.line > 0 && mistake.line <= lines.count
            return [
                "line": .text(
                    mistake.line > 0
                        ? words("proposal.line", ["number": String(mistake.line)]) : words("proposal.whole")),
                "field": .text(mistake.field), "message": .text(sentence(mistake, words)),
                "source": isInside ? .text(String(lines[mistake.line - 1].prefix(120))) : .none,
            ]
        }
    }

    static func sentence(_ mistake: RulebookMistake, _ words: Words) -> String {
        var arguments = mistake.arguments
        if let shape = arguments["expected"] { arguments["expected"] = words("rulebook-mistake.shape.\(shape)") }
        return words("rulebook-mistake.\(mistake.code.rawValue)", SentenceArguments(arguments))
    }
}
