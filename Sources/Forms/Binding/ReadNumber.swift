extension FieldReader {
    /// Reads `1200`, `1,200`, `-5` and full-width digits.
    func number(_ range: ClosedRange<Int>) -> Reading {
        let text = TypedText.halfWidth(TypedText.oneLine(typed))
        guard !text.isEmpty else { return .empty }
        guard TypedText.isShort(text), let digits = Self.withoutGroups(text) else {
            return .wrong(.notANumber(field.name))
        }
        // Too many digits for an Int are still a number, and out of every range.
        guard let number = Int(digits), range.contains(number) else { return .wrong(.outOfRange(field.name, range)) }
        return .value(.number(number))
    }

    /// Sign and digits of a whole number; nil for anything else, and for misplaced thousands separators.
    static func withoutGroups(_ text: String) -> String? {
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        let groups = unsigned.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty else { return nil }
        guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        guard groups.count == 1 || (first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
            return nil
        }
        return (text.first == "-" ? "-" : "") + groups.joined()
    }
}
