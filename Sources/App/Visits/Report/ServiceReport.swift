import Forms
import Foundation
import Rulebooks

/// A complete service report of one visit: from a valid draft, or as filed (SVC-3).
struct ServiceReport: Sendable, Hashable {
    /// The canonical texts of every step, for pages and paper. The properties below are what rules and figures need.
    let answers: [ReportStep: [String: [String]]]
    let arrived: LocalDateTime
    let departed: LocalDateTime
    let outcome: VisitOutcome
    let warranty: WarrantyFinding
    let warrantyVerdict: WarrantyVerdict
    let charges: [Charge]
    let replacements: [Replacement]

    /// The amount that the customer owes.
    var total: Money { charges.reduce(.zero) { $0 + $1.due } }

    /// One answer; empty when there is none.
    subscript(step: ReportStep, field: Field<String>) -> String {
        answers[step]?[field.definition.name]?.first ?? ""
    }
}

/// Outcome of a visit (SVC-3a).
enum VisitOutcome: String, Sendable, CaseIterable {
    case fixed
    case notFixed = "not-fixed"
    case absent, declined

    /// Whether another visit is needed.
    var needsAnotherVisit: Bool {
        switch self {
        case .notFixed, .absent: true
        case .fixed, .declined: false
        }
    }
}

/// A part used or a fee of the schedule, at the price of that day.
struct Charge: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case part, fee
    }

    let kind: Kind
    let name: String
    let unit: String
    let quantity: Int
    let unitPrice: Money
    /// Covered by the warranty.
    let isFree: Bool

    var amount: Money { unitPrice * quantity }
    var due: Money { isFree ? .zero : amount }
}

/// A replacement: what was removed and what was installed (SVC-3a).
struct Replacement: Sendable, Hashable {
    enum What: String, Sendable, CaseIterable {
        case part, terminal, sim
    }

    let what: What
    let name: String
    let oldSerial: String
    let newSerial: String
    let isOldReturned: Bool
    /// The last day of the new piece's warranty; nil when it has none.
    let warrantyUntil: Day?
}
