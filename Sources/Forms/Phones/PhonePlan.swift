/// Numbering plan: kinds of numbers, by prefix and length.
///
/// Issued ranges are not checked: new ones come every year, and a table would reject them.
enum PhonePlan: Equatable {
    case mobile
    case landline(areaDigits: Int)
    case company
    case service

    /// Nil when the digits fit no kind.
    init?(_ digits: some StringProtocol) {
        let start = Array(digits.prefix(3))
        guard start.count == 3 else { return nil }
        switch (start[0], start[1], start[2], digits.count) {
        case ("1", "3"..."9", _, 11): self = .mobile
        case ("0", "1", "0", 10...11), ("0", "2", _, 10...11): self = .landline(areaDigits: 3)
        case ("0", "3"..."9", _, 11...12): self = .landline(areaDigits: 4)
        case ("4", "0", "0", 10), ("8", "0", "0", 10): self = .company
        // 13… to 19… would be an incomplete mobile number.
        case ("9", _, _, 5...6), ("1", "0"..."2", _, 5...6): self = .service
        default: return nil
        }
    }

    /// How many digits an extension has; mobile numbers get one from markets that hide the number itself.
    var extensionDigits: ClosedRange<Int>? {
        switch self {
        case .landline, .company: 1...6
        case .mobile: 2...6
        case .service: nil
        }
    }

    /// The digits with the dashes of the canonical form.
    func spelled(_ digits: some StringProtocol) -> String {
        switch self {
        case .mobile, .service: "\(digits)"
        case .landline(let areaDigits): "\(digits.prefix(areaDigits))-\(digits.dropFirst(areaDigits))"
        case .company: "\(digits.prefix(3))-\(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
        }
    }
}
