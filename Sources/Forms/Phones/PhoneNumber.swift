/// A telephone number of mainland China in its one stored spelling.
///
/// Mobile `13812345678`, landline `010-87654321` or with an extension `010-87654321-123`, company line `400-812-3456`,
/// service number `95588`.
public struct PhoneNumber: Sendable, Hashable {
    public let canonical: String

    /// Reads a number in the ways people write it; nil when it is not one whole telephone number.
    public init?(typed: String) {
        guard let canonical = PhoneSpelling(typed)?.canonical else { return nil }
        self.canonical = canonical
    }

    /// Takes a number back from where it was stored.
    public init?(canonical: String) {
        guard let phone = PhoneNumber(typed: canonical), phone.canonical == canonical else { return nil }
        self = phone
    }

    /// All digits and nothing else, for finding a number by a part of it.
    public var searchDigits: String {
        canonical.filter { $0 != "-" }
    }

    /// A short number of a bank or an office, which is nobody's own.
    public var isService: Bool { PhonePlan(canonical) == .service }

    /// The number as those see it who need not know it (ACC-8): `138****5678`, `010-****4321`.
    ///
    /// Service numbers are nobody's own and stay as they are.
    public var masked: String {
        let parts = canonical.split(separator: "-")
        guard parts.count > 1 else {
            return canonical.count == 11 ? "\(canonical.prefix(3))****\(canonical.suffix(4))" : canonical
        }
        let isLandline = canonical.hasPrefix("0")
        let ending = parts.dropFirst(isLandline ? 1 : 2).first ?? ""
        return "\(parts[0])-****\(ending.suffix(4))"
    }
}
