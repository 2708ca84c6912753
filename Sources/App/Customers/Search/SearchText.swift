import Foundation

/// The text that a customer is found by: what people write differently, such as blanks, dashes, width and case, is gone.
///
/// SQLite's own indexes do not find one or two Chinese characters inside a word, so every one, two and three
/// neighbouring characters (n-grams) are indexed as words of their own. What is indexed must be derived from stored text
/// alone: the index forgets a text only when told exactly what it was given.
enum SearchText {
    /// Longer words are looked for by their first so many characters.
    static let longestWord = 40
    static let mostWords = 5

    /// One field's text, as it is stored and compared.
    static func normalised(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        kept.append(contentsOf: folded.unicodeScalars.filter(isSearchable))
        return String(kept)
    }

    /// The words of a search as it was typed, normalised; empty when nothing in it can be looked for.
    static func words(_ typed: String) -> [String] {
        typed.split(whereSeparator: \.isWhitespace).map { normalised(String($0)) }.filter { !$0.isEmpty }
            .prefix(mostWords).map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(longestWord))) }
    }

    /// All grams of all lines, as words of ASCII letters that the index takes as they are.
    static func grams(of lines: some Sequence<Substring>) -> String {
        var grams: [UInt8] = []
        for line in lines {
            let codes = line.unicodeScalars.map(code)
            for size in 1...3 { append(grams: codes, size: size, to: &grams) }
        }
        return String(decoding: grams, as: UTF8.self)
    }

    /// The grams that every text with this word has: its longest ones.
    static func grams(ofWord word: String) -> String {
        let codes = word.unicodeScalars.map(code)
        var grams: [UInt8] = []
        append(grams: codes, size: min(3, codes.count), to: &grams)
        return String(decoding: grams, as: UTF8.self)
    }

    /// Whether the grams of a word find that word alone, so that nothing needs to be looked at again.
    static func isExact(_ word: String) -> Bool { word.unicodeScalars.count <= 3 }

    private static func append(grams codes: [[UInt8]], size: Int, to grams: inout [UInt8]) {
        guard size > 0, codes.count >= size else { return }
        for start in 0...(codes.count - size) {
            for code in codes[start..<(start + size)] { grams.append(contentsOf: code) }
            grams.append(UInt8(ascii: " "))
        }
    }

    /// Five letters for each character, so that no gram can be read as another.
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
