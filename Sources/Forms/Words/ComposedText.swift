import Foundation

extension TypedText {
    /// The text with accents joined to their letters (NFC), however the keyboard sent them.
    static func composed(_ text: String) -> String {
        var marks = 0
        var isSettled = true
        for scalar in text.unicodeScalars {
            if Self.isSettled(scalar) {
                marks = 0
                continue
            }
            isSettled = false
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            // Composing sorts the marks of a letter, in time that grows with their square: 200,000 take 20 seconds.
            // No language has thirty of them.
            if marks > 30 { return text }
        }
        return isSettled ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Most of what is typed is composed already and joins with nothing: Latin letters, Chinese characters, their signs.
    private static func isSettled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0000...0x02FF, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
        default: false
        }
    }
}
