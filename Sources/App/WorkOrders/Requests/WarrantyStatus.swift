import Forms

/// Warranty verdict of a repair, in words (SVC-1); by the same rule as in the report.
struct WarrantyStatus: Sendable, Hashable {
    let finding: WarrantyFinding
    private let projectEnd: WarrantyEnd

    /// - Parameter equipment: to be repaired; its own warranty takes precedence over the project's.
    /// - Parameter day: when the customer asked.
    init(_ equipment: Equipment?, _ projectEnd: WarrantyEnd, on day: Day) {
        finding = WarrantyFinding(equipment: equipment?.details.warrantyUntil, project: projectEnd, calledOn: day)
        self.projectEnd = projectEnd
    }

    /// "inside, until 2 March 2028", and why until then.
    func sentence(_ words: Words) -> String { [verdict(words), reason(words)].joined(separator: "\n") }

    private func verdict(_ words: Words) -> String {
        let day = finding.until.map(words.day) ?? ""
        return switch finding.verdict {
        case .inside: words("work-orders.warranty.inside", ["day": day])
        case .outside: words("work-orders.warranty.outside", ["day": day])
        case nil: words("work-orders.warranty.unknown")
        }
    }

    private func reason(_ words: Words) -> String {
        switch finding.source {
        case .equipment: words("work-orders.warranty.own")
        case .agreed, .rulebook, .notBegun: projectEnd.reason(words)
        }
    }
}
