/// Normalises typed, pasted or imported text; idempotent.
public enum TypedText {
    /// One trimmed line: line breaks and tabs become spaces.
    public static func oneLine(_ typed: String) -> String {
        tidied(typed, lineBreak: " ", tab: " ")
    }

    /// Trimmed lines, each with a final line feed.
    public static func lines(_ typed: String) -> String {
        tidied(typed, lineBreak: "\n", tab: "\t")
    }

    /// Full-width letters, digits and punctuation, and all kinds of dashes, as their ASCII counterparts.
    public static func halfWidth(_ typed: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: typed.unicodeScalars.map(halfWidth))
        return String(result)
    }

    /// The length for maximum checks: characters as people see them (grapheme clusters).
    ///
    /// A character may carry any number of combining marks; from its ninth scalar on, each counts as a character.
    public static func length(_ text: String) -> Int {
        text.reduce(0) { $0 + max(1, $1.unicodeScalars.count - 7) }
    }

    /// Guards comparisons, which take quadratic time on a heap of combining marks; options, numbers and dates are never
    /// longer.
    static func isShort(_ text: String) -> Bool {
        text.unicodeScalars.count <= 200
    }

    private static func tidied(_ typed: String, lineBreak: Unicode.Scalar, tab: Unicode.Scalar) -> String {
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": kept.append(lineBreak)
            case "\t": kept.append(tab)
            case _ where isUnwanted(scalar): break
            default: kept.append(scalar)
            }
            previous = scalar
        }
        let text = composed(String(kept))
        return isBlank(text) ? "" : trimmed(text)
    }

    /// Control characters, and marks that reorder or hide the surrounding text.
    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069,
            0xFEFF:
            true
        default: false
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint }
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x3000: " "
        case 0x2010...0x2015, 0x2212: "-"
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }
}
