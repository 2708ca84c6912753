import Forms

/// Fees of on-site service, and what the warranty covers there (SVC-3a, SVC-4).
public struct ServiceTerms: Sendable, Hashable {
    public let fees: [Fee]
    public let partsInsideWarranty: PartsInsideWarranty
    public let replacedPart: ReplacedPartWarranty

    public init(fees: [Fee], partsInsideWarranty: PartsInsideWarranty, replacedPart: ReplacedPartWarranty) {
        self.fees = fees
        self.partsInsideWarranty = partsInsideWarranty
        self.replacedPart = replacedPart
    }

    /// The default when a rulebook has none.
    public static let usual = ServiceTerms(fees: [], partsInsideWarranty: .free, replacedPart: .remaining)

    public func fee(_ id: String) -> Fee? { fees.first { $0.id == id } }
}

/// One line of the fee schedule.
public struct Fee: Sendable, Hashable {
    public let id: String
    public let title: LocalizedText
    /// The unit: a visit, an hour, a square metre.
    public let unit: LocalizedText
    public let price: Money
}

/// The price of parts inside the warranty.
public enum PartsInsideWarranty: String, Sendable, Hashable, CaseIterable {
    case free, charged
}

/// Warranty of a replaced part.
public enum ReplacedPartWarranty: Sendable, Hashable {
    /// As long as that of the replaced part.
    case remaining
    /// So many months from the day of replacement, and never less than the remaining warranty.
    case anew(months: Int)

    /// The last day of the new part's warranty.
    /// - Parameter end: the last day of the removed part's warranty, if it had one.
    public func end(replacedOn day: Day, remaining end: Day?) -> Day? {
        let rest = end.flatMap { $0 >= day ? $0 : nil }
        return switch self {
        case .remaining: rest
        case .anew(let months): max(day.adding(months: months), rest ?? .earliest)
        }
    }
}
