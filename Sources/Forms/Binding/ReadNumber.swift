extension FieldReader {
    /// Reads `1200`, `1,200`, `-5` and full-width digits.
    func number(_ range: ClosedRange<Int>) -> Reading {
        let text = TypedText.halfWidth(TypedText.oneLine(typed))
        guard !text.isEmpty else { return .empty }
        guard TypedText.isShort(text), let digits = Self.withoutGroups(text) else {
            return .wrong(.notANumber(field.name))
        }
        // More digits than an Int holds are still a number, and outside every range.
        guard let number = Int(digits), range.contains(number) else { return .wrong(.outOfRange(field.name, range)) }
        return .value(.number(number))
    }

    /// The sign and digits of a whole number; nil for anything else, and for commas that part no thousands.
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
