/// A phone number in canonical form.
///
/// Mobile `13812345678`, landline `010-87654321`, either with an extension `010-87654321-123`, company line
/// `400-812-3456`, service number `95588`, and of other countries `+85291234567`.
public struct PhoneNumber: Sendable, Hashable {
    public let canonical: String

    /// Parses numbers as people write them; nil when the text is not one complete number.
    public init?(typed: String) {
        guard let canonical = PhoneSpelling(typed)?.canonical else { return nil }
        self.canonical = canonical
    }

    /// Parses the stored, canonical form.
    public init?(canonical: String) {
        // Nearly all are mobile numbers, and lists read hundreds.
        if Self.isMobile(canonical.utf8) {
            self.canonical = canonical
            return
        }
        guard let phone = PhoneNumber(typed: canonical), phone.canonical == canonical else { return nil }
        self = phone
    }

    private static func isMobile(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.count == 11, text.allSatisfy(digits.contains), text.first == UInt8(ascii: "1") else { return false }
        return text.dropFirst().first.map { $0 >= UInt8(ascii: "3") } ?? false
    }

    /// All digits, for searching by a part of the number.
    public var searchDigits: String {
        canonical.filter { $0 != "-" && $0 != "+" }
    }

    /// What a telephone dials: the extension after a pause.
    public var dialled: String {
        let parts = canonical.split(separator: "-")
        let whole = Self.isMobile(parts[0].utf8) ? 1 : canonical.hasPrefix("0") ? 2 : 3
        let number = parts.prefix(whole).joined()
        return parts.count > whole ? "\(number),\(parts[whole])" : number
    }

    /// Whether a text is several complete numbers, of which a field takes one.
    public static func isSeveral(_ typed: String) -> Bool {
        guard TypedText.isShort(typed), PhoneNumber(typed: typed) == nil else { return false }
        let parts = TypedText.halfWidth(TypedText.oneLine(typed)).split { "、,;/或和 ".contains($0) }
        return parts.count > 1 && parts.allSatisfy { PhoneNumber(typed: String($0)) != nil }
    }

    /// A short service number of a bank or an authority, which belongs to no person.
    public var isService: Bool { PhonePlan(canonical) == .service }

    /// The masked number, for those who need not know it (ACC-8): `138****5678`, `010-****4321`.
    ///
    /// Service numbers belong to no person and are not masked.
    public var masked: String {
        let parts = canonical.split(separator: "-")
        if Self.isMobile(parts[0].utf8) { return "\(parts[0].prefix(3))****\(parts[0].suffix(4))" }
        if canonical.hasPrefix("+") { return "\(canonical.prefix(3))****\(canonical.suffix(2))" }
        guard parts.count > 1 else {
            return canonical.count == 11 ? "\(canonical.prefix(3))****\(canonical.suffix(4))" : canonical
        }
        let isLandline = canonical.hasPrefix("0")
        let ending = parts.dropFirst(isLandline ? 1 : 2).first ?? ""
        return "\(parts[0])-****\(ending.suffix(4))"
    }
}
