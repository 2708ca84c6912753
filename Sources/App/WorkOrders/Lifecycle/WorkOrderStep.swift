import Foundation

/// A row of an order's history: what, who, when, and with which note.
struct WorkOrderStep: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case requested, approved, refused, cancelled, dispatched, accepted, withdrawn, agreed, told
        case reportFiled = "report-filed"
        case furtherVisit = "further-visit"
    }

    let kind: Kind
    let at: Date
    let by: String
    /// The visit that it is about.
    let visit: Visit.ID?
    /// The technician or firm.
    let goer: String
    let time: AppointedTime?
    /// Whether the customer knew the time when it was agreed.
    let isCustomerTold: Bool
    let text: String
}
