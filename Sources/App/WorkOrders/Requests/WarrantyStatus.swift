import Forms

/// Whether a repair falls into the warranty, decided by dates alone, and which dates (SVC-1).
struct WarrantyStatus: Sendable, Hashable {
    private let ownEnd: Day?
    private let projectEnd: WarrantyEnd
    private let day: Day

    /// - Parameter equipment: what is to be repaired; its own warranty goes before that of its project.
    /// - Parameter day: when the customer asked.
    init(_ equipment: Equipment?, _ projectEnd: WarrantyEnd, on day: Day) {
        ownEnd = equipment?.details.warrantyUntil
        self.projectEnd = projectEnd
        self.day = day
    }

    /// The last day that is covered; nil while nothing says when the warranty began.
    var end: Day? { ownEnd ?? projectEnd.day }

    /// The last day itself is covered.
    var isInside: Bool? { end.map { day <= $0 } }

    /// "inside, until 2 March 2028", and why until then.
    func sentence(_ words: Words) -> String {
        let reason = ownEnd == nil ? projectEnd.reason(words) : words("work-orders.warranty.own")
        guard let end, let isInside else {
            return [words("work-orders.warranty.unknown"), reason].joined(separator: "\n")
        }
        let until = words(
            isInside ? "work-orders.warranty.inside" : "work-orders.warranty.outside", ["day": words.day(end)])
        return [until, reason].joined(separator: "\n")
    }
}
