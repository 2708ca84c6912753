/// The name of a value in a template, split once: `name`, `customer.name`, or `.` for the value itself.
struct ValueName: Sendable, Hashable {
    enum Ground: Sendable, Hashable {
        /// The value of the section around it.
        case itself
        /// The innermost page, part or row.
        case here
        /// What every page has, from wherever it is asked for.
        case layout
        /// The words of a language.
        case words
    }

    let ground: Ground
    /// The outermost name; of words, the whole key.
    let first: String
    /// Names to follow from there, one inside the other.
    let rest: [String]
    /// As the template spells it.
    let text: String

    /// - Returns: nil when it is no name.
    init?(_ text: String) {
        self.text = text
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isPath = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Self.isAllowed) }
        switch (parts.first, parts.count) {
        case _ where text == ".": (ground, first, rest) = (.itself, "", [])
        case _ where !isPath: return nil
        case ("t", 2...): (ground, first, rest) = (.words, parts.dropFirst().joined(separator: "."), [])
        case ("layout", 2...): (ground, first, rest) = (.layout, parts[1], Array(parts[2...]))
        default: (ground, first, rest) = (.here, parts[0], Array(parts[1...]))
        }
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
