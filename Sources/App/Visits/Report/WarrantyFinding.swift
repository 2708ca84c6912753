import Forms
import Foundation
import Rulebooks

/// Warranty verdict by dates alone, and where the warranty's last day comes from (SVC-4).
struct WarrantyFinding: Sendable, Hashable {
    enum Source: String, Sendable, CaseIterable {
        /// The equipment's own warranty.
        case equipment
        /// The last day in the contract.
        case agreed
        /// The rulebook's term, counted from its milestone.
        case rulebook
        case notBegun = "not-begun"
    }

    let source: Source
    let until: Day?
    /// The day of the customer's request; the warranty's last day is still inside.
    let calledOn: Day

    init(source: Source, until: Day?, calledOn: Day) {
        self.source = source
        self.until = until
        self.calledOn = calledOn
    }

    /// - Parameter equipment: the last day of the equipment's own warranty, if it has one.
    init(equipment: Day?, project end: WarrantyEnd, calledOn: Day) {
        self.calledOn = calledOn
        if let equipment {
            (source, until) = (.equipment, equipment)
        } else {
            until = end.day
            source =
                switch end {
                case .agreed: .agreed
                case .computed: .rulebook
                case .notBegun: .notBegun
                }
        }
    }

    /// Nil while the start of the warranty is unknown: then the technician decides, with a reason.
    var verdict: WarrantyVerdict? { until.map { calledOn <= $0 ? .inside : .outside } }

    /// The reason in words: "within the contract's warranty until 1 May 2027; the customer asked on …".
    func reason(_ words: Words) -> String {
        words(
            "service-reports.warranty-source.\(source.rawValue)",
            ["until": until.map(words.day) ?? "", "called": words.day(calledOn)])
    }
}

/// Whether a service is under warranty, as decided.
enum WarrantyVerdict: String, Sendable, CaseIterable {
    case inside, outside
}
