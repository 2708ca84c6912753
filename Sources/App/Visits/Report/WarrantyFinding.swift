import Forms
import Foundation
import Rulebooks

/// Whether the customer called within the warranty, by dates alone, and where its last day was found (SVC-4).
struct WarrantyFinding: Sendable, Hashable {
    enum Source: String, Sendable, CaseIterable {
        /// The warranty of the piece of equipment that the order is about.
        case equipment
        /// The last day that the contract says.
        case agreed
        /// The term of the rulebook, counted from its milestone.
        case rulebook
        case notBegun = "not-begun"
    }

    let source: Source
    let until: Day?
    /// The day on which the customer asked: who calls on the last day of the warranty is still inside it.
    let calledOn: Day

    init(source: Source, until: Day?, calledOn: Day) {
        self.source = source
        self.until = until
        self.calledOn = calledOn
    }

    /// - Parameter equipment: the last day of the equipment's own warranty, where it has one.
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

    /// Nil while nothing says when the warranty began: then whoever is there decides, and says why.
    var verdict: WarrantyVerdict? { until.map { calledOn <= $0 ? .inside : .outside } }

    /// Why it is inside or outside: "within the contract's warranty until 1 May 2027; the customer asked on …".
    func reason(_ words: Words) -> String {
        words(
            "service-reports.warranty-source.\(source.rawValue)",
            ["until": until.map(words.day) ?? "", "called": words.day(calledOn)])
    }
}

/// Whether a service is under warranty, as it was decided.
enum WarrantyVerdict: String, Sendable, CaseIterable {
    case inside, outside
}
