/// Tokenizer for dates, times and phones: runs of digits, and the shape around them. `2026年1月2日` is 2026, 1, 2 in
/// `#年#月#日`.
struct DigitShape {
    private(set) var shape = ""
    private(set) var runs: [String] = []

    /// Expects half-width text; spaces are ignored. Nil when it is longer than any date, time or phone number.
    init?(_ typed: String) {
        guard TypedText.isShort(typed) else { return nil }
        var run = ""
        for scalar in TypedText.halfWidth(typed).unicodeScalars where !scalar.properties.isWhitespace {
            if ("0"..."9").contains(scalar) {
                run.unicodeScalars.append(scalar)
            } else {
                close(&run)
                shape.unicodeScalars.append(scalar)
            }
        }
        close(&run)
    }

    /// The number at `position`, if there is one with an allowed count of digits.
    func number(_ position: Int, digits: ClosedRange<Int>) -> Int? {
        guard runs.indices.contains(position), digits.contains(runs[position].count) else { return nil }
        return Int(runs[position])
    }

    private mutating func close(_ run: inout String) {
        guard !run.isEmpty else { return }
        runs.append(run)
        shape += "#"
        run = ""
    }
}
