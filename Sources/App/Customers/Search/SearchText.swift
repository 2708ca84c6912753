import Foundation

/// Search text of a customer, normalised: spaces, dashes, width and case do not matter.
///
/// n-grams: SQLite's tokenizers do not find one or two Chinese characters inside a word, so every one, two and three
/// neighbouring characters are indexed as words of their own. They must be derived from stored text alone: the index
/// deletes a text only when given exactly what was inserted.
enum SearchText {
    /// Longer words are searched by their first so many characters.
    static let longestWord = 40
    static let mostWords = 5

    /// A normalised text, as stored and compared.
    static func normalised(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        kept.append(contentsOf: folded.unicodeScalars.filter(isSearchable))
        return String(kept)
    }

    /// The normalised words of a search; empty when nothing in it is searchable.
    static func words(_ typed: String) -> [String] {
        typed.split(whereSeparator: \.isWhitespace).map { normalised(String($0)) }.filter { !$0.isEmpty }
            .prefix(mostWords).map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(longestWord))) }
    }

    /// All n-grams of all lines, encoded in ASCII letters for the index.
    static func grams(of lines: some Sequence<Substring>) -> String {
        var grams: [UInt8] = []
        for line in lines {
            let codes = line.unicodeScalars.map(code)
            for size in 1...3 { append(grams: codes, size: size, to: &grams) }
        }
        return String(decoding: grams, as: UTF8.self)
    }

    /// The longest n-grams of a word; every text with the word has them.
    static func grams(ofWord word: String) -> String {
        let codes = word.unicodeScalars.map(code)
        var grams: [UInt8] = []
        append(grams: codes, size: min(3, codes.count), to: &grams)
        return String(decoding: grams, as: UTF8.self)
    }

    /// Whether a match of the n-grams is exact, so that nothing needs to be compared again.
    static func isExact(_ word: String) -> Bool { word.unicodeScalars.count <= 3 }

    private static func append(grams codes: [[UInt8]], size: Int, to grams: inout [UInt8]) {
        guard size > 0, codes.count >= size else { return }
        for start in 0...(codes.count - size) {
            for code in codes[start..<(start + size)] { grams.append(contentsOf: code) }
            grams.append(UInt8(ascii: " "))
        }
    }

    /// Five letters per character, so that no n-gram can be mistaken for another.
    private static func code(_ scalar: Unicode.Scalar) -> [UInt8] {
        stride(from: UInt32(20), through: 0, by: -5).map { letters[Int(scalar.value >> $0 & 31)] }
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
        guard !reserved.contains(scalar) else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .mathSymbol, .currencySymbol,
            .modifierSymbol, .otherSymbol, .privateUse, .unassigned:
            true
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
            .format, .surrogate:
            false
        @unknown default:
            true
        }
    }
}
