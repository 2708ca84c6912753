/// Collects all mistakes of a document, not only the first.
final class MistakeLog {
    private(set) var mistakes: [RulebookMistake] = []

    func add(_ line: Int, _ field: String, _ code: RulebookMistake.Code, _ arguments: [String: String] = [:]) {
        mistakes.append(RulebookMistake(line: line, field: field, code: code, arguments: arguments))
    }

    /// The mistakes by line; within a line in the order found.
    var error: RulebookError {
        RulebookError(
            mistakes: mistakes.enumerated()
                .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
                .map(\.element))
    }
}
