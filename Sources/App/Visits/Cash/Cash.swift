import Forms
import Foundation

/// Where the cash of a report is, from the technician's pocket to finance's word for it (SVC-4).
struct Cash: Sendable, Hashable {
    enum State: String, Sendable, CaseIterable {
        /// There was nothing to pay.
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
        /// What finance counted.
        let amount: Money
        let byName: String
        let at: Date
        let remark: String
    }
}

/// Cash that finance waits for, or has been given and not confirmed.
struct OpenCash: Sendable, Identifiable {
    let visitID: Visit.ID
    let orderNumber: String
    let customerName: String
    /// Who took it.
    let takenBy: MemberName
    let total: Money
    let filedAt: Date
    let cash: Cash

    var id: Visit.ID { visitID }

    /// What finance is to find when it counts.
    var expected: Money { cash.handingIn?.amount ?? total }
}
