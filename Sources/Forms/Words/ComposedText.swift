import Foundation

extension TypedText {
    /// The text in NFC: accents composed with their letters, as keyboards differ.
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
            // Normalisation sorts a letter's marks in quadratic time: 200,000 marks take 20 seconds. No language has
            // thirty.
            if marks > 30 { return text }
        }
        return isSettled ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Fast path: most text is composed already, such as Latin letters, Chinese characters and their punctuation.
    private static func isSettled(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0000...0x02FF, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF00...0xFFEF: true
        default: false
        }
    }
}
