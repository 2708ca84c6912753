import Forms

/// Username: 2–32 of the letters a–z, digits, `.`, `_` and `-`.
struct Username: Sendable, Hashable {
    let text: String

    /// Normalises capitals and full-width letters; nil for anything else.
    init?(typed: String) {
        let text = TypedText.halfWidth(TypedText.oneLine(typed)).lowercased()
        guard (2...32).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
