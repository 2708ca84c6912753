/// Pre-scan of a document, before parsing, for input that could exhaust the parser (such as a billion laughs attack).
///
/// An anchor may hide behind any kind of quoting, so every word that begins like one is rejected: more than YAML takes
/// for an anchor, never less.
struct DocumentScan {
    private var line = 1
    private var previous: Unicode.Scalar = "\n"
    /// Whether `previous` is an ampersand or asterisk at the start of a word.
    private var beginsMarkedWord = false
    private var isIndenting = true
    private var indent = 0
    private var brackets = 0
    private var anchorLine: Int?
    private var deepLine: Int?

    init(_ text: String) {
        for scalar in text.unicodeScalars {
            lookForAnchor(scalar)
            measureDepth(scalar)
            if Self.isLineBreak(scalar), !(scalar == "\n" && previous == "\r") { line += 1 }
            previous = scalar
        }
    }

    func report(to log: MistakeLog) {
        if let anchorLine { log.add(anchorLine, "", .anchor) }
        if let deepLine { log.add(deepLine, "", .tooDeep, ["most": "\(Limits.depth)"]) }
    }

    private mutating func lookForAnchor(_ scalar: Unicode.Scalar) {
        if beginsMarkedWord, !Self.isBlank(scalar) { anchorLine = anchorLine ?? line }
        let isMark = scalar == "&" || scalar == "*"
        beginsMarkedWord = isMark && (Self.isBlank(previous) || Self.isIndicator(previous))
    }

    private mutating func measureDepth(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "[", "{": brackets += 1
        case "]", "}": brackets = max(0, brackets - 1)
        default: break
        }
        if Self.isLineBreak(scalar) {
            isIndenting = true
            indent = 0
        } else if isIndenting, [" ", "-", "?", ":"].contains(scalar) {
            indent += 1
        } else {
            isIndenting = false
        }
        if brackets > Limits.depth || indent > Limits.indent { deepLine = deepLine ?? line }
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }

    /// Characters after which a word may begin without a space.
    private static func isIndicator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "]", "{", "}", ",", ":", "-", "?": true
        default: false
        }
    }
}
