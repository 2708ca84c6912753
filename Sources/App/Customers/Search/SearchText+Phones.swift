/// Phone numbers in the search text.
///
/// Their digits have an alphabet of their own, with a mark at either end, so that members who see masked numbers can
/// find one only whole or by its last four digits, and a house number never matches a phone (ACC-8).
extension SearchText {
    private static let zero: UInt32 = 0xE000
    private static let beginning = "\u{E00A}"
    private static let end = "\u{E00B}"
    /// Private-use characters, which are removed from all other text.
    static let reserved: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{E00B}"

    /// A phone number in the search text.
    static func phoneLine(_ digits: String) -> String { beginning + phoneDigits(digits) + end }

    /// Alternatives in the search text for a typed word; one match is enough.
    /// - Parameter phones: how much of a number must be typed to find it.
    static func spellings(of word: String, _ phones: PhoneSearch) -> [String] {
        guard word.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return [word] }
        switch phones {
        case .anyPart: return [word, phoneDigits(word)]
        case .wholeOrEnding:
            let ending = word.utf8.count == endingLength ? [phoneDigits(word) + end] : []
            return [word, phoneLine(word)] + ending
        }
    }

    /// As many digits as a masked number shows at its end.
    private static let endingLength = 4

    private static func phoneDigits(_ digits: String) -> String {
        var mapped = String.UnicodeScalarView()
        for byte in digits.utf8 {
            guard let digit = Character(Unicode.Scalar(byte)).wholeNumberValue,
                let scalar = Unicode.Scalar(zero + UInt32(digit))
            else { continue }
            mapped.append(scalar)
        }
        return String(mapped)
    }
}

/// Phone search mode: how much of a number must be typed to find its owner (ACC-8, ARC-4).
enum PhoneSearch: Sendable, Hashable {
    case anyPart
    /// For masked numbers, which cannot be guessed digit by digit this way.
    case wholeOrEnding

    init(for member: Member) { self = Permissions.may(member, .showPhones) ? .anyPart : .wholeOrEnding }
}
