import Forms
import Foundation
import Rulebooks

/// What was found and done in one visit, complete: read from a draft without mistakes, or as it was filed (SVC-3).
struct ServiceReport: Sendable, Hashable {
    let arrived: LocalDateTime
    let departed: LocalDateTime
    let lateBecause: String
    let badgeNumber: String
    let outcome: VisitOutcome
    /// Why it was not fixed, what was tried to reach the customer, or why the customer declined.
    let outcomeBecause: String
    /// Whether the customer was told why it could not be fixed (SVC-5).
    let isExplained: Bool
    let nextVisitWish: String
    /// What the customer asked for beyond the order, noted and declined.
    let declinedWishes: String
    /// Nil where the customer was not there.
    let work: Work?
    let warranty: WarrantyFinding
    let warrantyVerdict: WarrantyVerdict
    /// Why it was decided otherwise than by the dates; empty where it was not.
    let warrantyBecause: String
    let charges: [Charge]
    let receiptNumber: String
    let invoiceNumber: String
    let replacements: [Replacement]

    /// What was done while the customer was there.
    struct Work: Sendable, Hashable {
        let finding: String
        let done: String
        let damage: String
        let compensation: Money
        let isPutBack: Bool
        let isCleaned: Bool
    }

    /// What the customer owes.
    var total: Money { charges.reduce(.zero) { $0 + $1.due } }
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
