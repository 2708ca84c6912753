import Forms
import Foundation
import Rulebooks

/// What was found and done in one visit, complete: read from a draft without mistakes, or as it was filed (SVC-3).
struct ServiceReport: Sendable, Hashable {
    /// The canonical texts of every step: what pages and paper are drawn from. What stands below is what rules and
    /// figures ask for.
    let answers: [ReportStep: [String: [String]]]
    let arrived: LocalDateTime
    let departed: LocalDateTime
    let outcome: VisitOutcome
    let warranty: WarrantyFinding
    let warrantyVerdict: WarrantyVerdict
    let charges: [Charge]
    let replacements: [Replacement]

    /// What the customer owes.
    var total: Money { charges.reduce(.zero) { $0 + $1.due } }

    /// One answer; empty where there is none.
    subscript(step: ReportStep, field: Field<String>) -> String {
        answers[step]?[field.definition.name]?.first ?? ""
    }
}

/// How a visit ended (SVC-3a).
enum VisitOutcome: String, Sendable, CaseIterable {
    case fixed
    case notFixed = "not-fixed"
    case absent, declined

    /// Whether somebody must go again.
    var needsAnotherVisit: Bool {
        switch self {
        case .notFixed, .absent: true
        case .fixed, .declined: false
        }
    }
}

/// A part that was used or a fee of the schedule, with its price of that day.
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

/// Something that was taken out, and what was put in (SVC-3a).
struct Replacement: Sendable, Hashable {
    enum What: String, Sendable, CaseIterable {
        case part, terminal, sim
    }

    let what: What
    let name: String
    let oldSerial: String
    let newSerial: String
    let isOldReturned: Bool
    /// The last day of the new one's warranty; nil where there is none.
    let warrantyUntil: Day?
}
