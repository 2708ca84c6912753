/// Telephone numbers in the text that a customer is found by.
///
/// Their digits have an alphabet of their own, with a sign at either end, so that whoever may not see a number finds it
/// only whole or by its last four, and nobody takes a house number for a part of one (ACC-8).
extension SearchText {
    private static let zero: UInt32 = 0xE000
    private static let beginning = "\u{E00A}"
    private static let end = "\u{E00B}"
    /// What nobody can type: it is taken out of all other text.
    static let reserved: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{E00B}"

    /// How a number stands in the text of its customer.
    static func phoneLine(_ digits: String) -> String { beginning + phoneDigits(digits) + end }

    /// What may stand in the text for a word that was typed; one of them is enough.
    /// - Parameter phones: how much of a number has to be typed to find it.
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

/// How much of a telephone number somebody has to type to find whose it is (ACC-8, ARC-4).
enum PhoneSearch: Sendable, Hashable {
    case anyPart
    /// A number that is masked cannot be found out digit by digit.
    case wholeOrEnding

    init(for member: Member) { self = Permissions.may(member, .showPhones) ? .anyPart : .wholeOrEnding }
}
