import Forms

/// What a company charges for service on site, and what its warranty covers there (SVC-3a, SVC-4).
public struct ServiceTerms: Sendable, Hashable {
    public let fees: [Fee]
    public let partsInsideWarranty: PartsInsideWarranty
    public let replacedPart: ReplacedPartWarranty

    public init(fees: [Fee], partsInsideWarranty: PartsInsideWarranty, replacedPart: ReplacedPartWarranty) {
        self.fees = fees
        self.partsInsideWarranty = partsInsideWarranty
        self.replacedPart = replacedPart
    }

    /// What holds where a rulebook says nothing about service.
    public static let usual = ServiceTerms(fees: [], partsInsideWarranty: .free, replacedPart: .remaining)

    public func fee(_ id: String) -> Fee? { fees.first { $0.id == id } }
}

/// One line of the fee schedule.
public struct Fee: Sendable, Hashable {
    public let id: String
    public let title: LocalizedText
    /// What is counted: a visit, an hour, a square metre.
    public let unit: LocalizedText
    public let price: Money
}

/// What parts cost the customer inside the warranty.
public enum PartsInsideWarranty: String, Sendable, Hashable, CaseIterable {
    case free, charged
}

/// For how long a part that was put in is warranted.
public enum ReplacedPartWarranty: Sendable, Hashable {
    /// As long as the part that it replaces would have been.
    case remaining
    /// So many months from the day on, and never less than what remained.
    case anew(months: Int)

    /// The last day of the new part's warranty.
    /// - Parameter end: the last day for the part that was taken out, where it had a warranty at all.
    public func end(replacedOn day: Day, remaining end: Day?) -> Day? {
        let rest = end.flatMap { $0 >= day ? $0 : nil }
        return switch self {
        case .remaining: rest
        case .anew(let months): max(day.adding(months: months), rest ?? .earliest)
        }
    }
}
