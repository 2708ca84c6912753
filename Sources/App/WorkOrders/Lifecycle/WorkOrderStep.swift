import Foundation

/// Something that happened to an order, as its page tells it: who, when, in which words.
struct WorkOrderStep: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case requested, approved, refused, cancelled, dispatched, accepted, withdrawn, agreed, told
        case reportFiled = "report-filed"
        case furtherVisit = "further-visit"
    }

    let kind: Kind
    let at: Date
    let by: String
    /// Which visit it is about.
    let visit: Visit.ID?
    /// Who goes there.
    let goer: String
    let time: AppointedTime?
    /// Whether the customer knew of that time when it was agreed.
    let isCustomerTold: Bool
    let text: String
}
