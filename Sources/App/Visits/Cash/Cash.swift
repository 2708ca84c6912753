import Forms
import Foundation

/// State of a report's cash, from the technician to finance's confirmation (SVC-4).
struct Cash: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        /// Nothing was due.
        case nothing = "none"
        case taken
        case handedIn = "handed-in"
        case confirmed
    }

    let state: State
    let handingIn: HandingIn?
    let confirmation: Confirmation?

    struct HandingIn: Sendable, Hashable {
        let amount: Money
        let receiptNumber: String
        let byID: Member.ID
        let byName: String
        let at: Date
        let note: String
    }

    struct Confirmation: Sendable, Hashable {
        /// The amount that finance counted.
        let amount: Money
        let byName: String
        let at: Date
        let remark: String
    }
}

/// Cash not yet handed in, or handed in and not yet confirmed.
struct OpenCash: Sendable, Identifiable {
    let visitID: Visit.ID
    let orderNumber: String
    let customerName: String
    /// The member who took it.
    let takenBy: MemberName
    let total: Money
    let filedAt: Date
    let cash: Cash

    var id: Visit.ID { visitID }

    /// Since when it waits where it is.
    var since: Date { cash.handingIn?.at ?? filedAt }

    /// The amount that finance should find when counting.
    var expected: Money { cash.handingIn?.amount ?? total }
}
