/// A phone number as typed: its groups of digits, and its extension.
struct PhoneSpelling {
    private var groups: [String]
    private let extensionDigits: String?
    private let hasCountryCode: Bool
    /// The canonical form of a number of another country.
    private let foreign: String?

    /// Nil when there is anything but digits, common separators, the country code and an extension.
    init?(_ typed: String) {
        guard TypedText.isShort(typed) else { return nil }
        let written = TypedText.halfWidth(TypedText.oneLine(typed)).lowercased()
        let text = PhoneRemarks.dropped(from: written.filter { !$0.isWhitespace && $0 != "." })
        let body = text.prefix { Self.plain.contains($0) }
        let marked = text.dropFirst(body.count)
        if marked.isEmpty {
            extensionDigits = nil
        } else {
            guard let digits = Self.extensionDigits(String(marked)) else { return nil }
            extensionDigits = digits
        }
        groups = body.split { Self.separators.contains($0) }.map(String.init)
        hasCountryCode = Self.dropCountryCode(from: &groups)
        foreign = hasCountryCode || extensionDigits != nil ? nil : Self.foreign(groups)
        guard foreign != nil || !groups.contains(where: { $0.contains("+") }) else { return nil }
    }

    /// The canonical form; nil when the digits are not a phone number.
    var canonical: String? {
        if let foreign { return foreign }
        if let extensionDigits { return extended(groups, by: extensionDigits) }
        // The last group after a complete number is its extension; other dashes are only for readability.
        if let last = groups.last, let number = extended(groups.dropLast(), by: last) { return number }
        // Service numbers have no groups: 95588-1 is something else.
        guard let (plan, digits) = number(groups), plan != .service || groups.count == 1 else { return nil }
        return plan.spelled(digits)
    }

    private func extended(_ groups: [String], by digits: String) -> String? {
        guard let (plan, number) = number(groups), plan.extensionDigits?.contains(digits.count) == true else {
            return nil
        }
        return "\(plan.spelled(number))-\(digits)"
    }

    private func number(_ groups: [String]) -> (plan: PhonePlan, digits: String)? {
        let digits = groups.joined()
        if let plan = PhonePlan(digits) { return (plan, digits) }
        if hasCountryCode, let plan = PhonePlan("0" + digits) { return (plan, "0" + digits) }
        // For long-distance calls mobile numbers were dialled with a leading 0.
        if digits.hasPrefix("0"), PhonePlan(digits.dropFirst()) == .mobile {
            return (.mobile, String(digits.dropFirst()))
        }
        return nil
    }

    private static let separators = Set("-()/")
    private static let plain = Set("0123456789+").union(separators)
    private static let marks: Set = ["转", "轉", "转分机", "轉分機", "分机", "分機", "ext", "extension", "x", "#"]

    private static func extensionDigits(_ marked: String) -> String? {
        let mark = marked.prefix { !plain.contains($0) }
        let digits = marked.dropFirst(mark.count).filter { !separators.contains($0) }
        guard marks.contains(mark.filter { $0 != ":" }), !digits.isEmpty,
            digits.allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return digits
    }

    /// Written with a plus and a country code, seven to fifteen digits in all (E.164).
    private static func foreign(_ groups: [String]) -> String? {
        let text = groups.joined()
        let digits = text.dropFirst()
        guard text.hasPrefix("+"), !text.hasPrefix("+86"), !digits.contains("+"), !digits.hasPrefix("0") else {
            return nil
        }
        return (7...15).contains(digits.count) ? text : nil
    }

    private static func dropCountryCode(from groups: inout [String]) -> Bool {
        guard let first = groups.first else { return false }
        for code in ["+86", "0086", "86"] where first.hasPrefix(code) {
            let rest = String(first.dropFirst(code.count))
            // 86 without a plus may also begin a number, so it must stand alone or before a mobile number.
            guard code != "86" || rest.isEmpty || PhonePlan(rest) == .mobile else { return false }
            groups.replaceSubrange(0...0, with: rest.isEmpty ? [] : [rest])
            return true
        }
        return false
    }
}
