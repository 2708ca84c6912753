/// A phone number of mainland China in canonical form.
///
/// Mobile `13812345678`, landline `010-87654321` or with an extension `010-87654321-123`, company line `400-812-3456`,
/// service number `95588`.
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

    private static func isMobile(_ text: String.UTF8View) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.count == 11, text.allSatisfy(digits.contains), text.first == UInt8(ascii: "1") else { return false }
        return text.dropFirst().first.map { $0 >= UInt8(ascii: "3") } ?? false
    }

    /// All digits, for searching by a part of the number.
    public var searchDigits: String {
        canonical.filter { $0 != "-" }
    }

    /// A short service number of a bank or an authority, which belongs to no person.
    public var isService: Bool { PhonePlan(canonical) == .service }

    /// The masked number, for those who need not know it (ACC-8): `138****5678`, `010-****4321`.
    ///
    /// Service numbers belong to no person and are not masked.
    public var masked: String {
        if Self.isMobile(canonical.utf8) { return "\(canonical.prefix(3))****\(canonical.suffix(4))" }
        let parts = canonical.split(separator: "-")
        guard parts.count > 1 else {
            return canonical.count == 11 ? "\(canonical.prefix(3))****\(canonical.suffix(4))" : canonical
        }
        let isLandline = canonical.hasPrefix("0")
        let ending = parts.dropFirst(isLandline ? 1 : 2).first ?? ""
        return "\(parts[0])-****\(ending.suffix(4))"
    }
}
